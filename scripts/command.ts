/** What every command does first: reads its options, and ends with 2 and one line when they are wrong. */
import { parseOptions, UsageError } from './options.ts';
import type { Options } from './options.ts';

/** The options of this process; does not return when the command line is wrong. */
export function commandOptions(): Options {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

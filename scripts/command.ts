/** What every command does first: reads its options, and ends with 2 and one line when they are wrong. */
import { parseCommandLine, UsageError } from './options.ts';
import type { CommandLine, FurtherOptions, Options } from './options.ts';

/** The options of this process; does not return when the command line is wrong. */
export function commandOptions(): Options {
  return commandLine({ names: {}, usage: { zh: '', en: '' } }).options;
}

/** The same for a command with options of its own. */
export function commandLine(further: FurtherOptions): CommandLine {
  try {
    return parseCommandLine(process.argv.slice(2), further);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

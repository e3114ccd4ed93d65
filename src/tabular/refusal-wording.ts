/** What a refusal says and how to mend it; `{name}` stands for a value that is filled in. */
import type { Text } from './problem.ts';

export interface Wording {
  readonly message: Text;
  readonly fix: Text;
}

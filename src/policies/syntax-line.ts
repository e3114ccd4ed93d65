/** The line that a parser of texts complains about. */

/** From the error's own `line`, else from the place that its message names (`… (3:1-3:10)`); null where it says neither. */
export function lineOfSyntaxError(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('line' in error && typeof error.line === 'number') return error.line;
  const named = /\((\d+):\d+/.exec(error.message)?.[1];
  return named === undefined ? null : Number(named);
}

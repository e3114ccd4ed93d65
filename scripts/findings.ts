/** Prints what a check found: one line a problem for people, or JSON for programs. */
import type { Findings, Problem } from '#src/tabular/problem.ts';
import type { Options } from './options.ts';

/** Errors and warnings to standard error as text; as JSON to standard output. */
export function printFindings(findings: Findings, options: Pick<Options, 'lang' | 'format'>): void {
  if (options.format === 'json') {
    console.log(JSON.stringify({ ok: findings.errors.length === 0, errors: findings.errors, warnings: findings.warnings }, null, 2));
    return;
  }
  for (const problem of findings.errors) console.error(problemLine(problem, options.lang));
  const mark = options.lang === 'zh' ? '提醒' : 'warning';
  for (const problem of findings.warnings) console.error(`${mark} ${problemLine(problem, options.lang)}`);
}

/** `data/stock.csv:42 quantity "-3" what is wrong how to mend it`. */
export function problemLine(problem: Problem, lang: 'zh' | 'en'): string {
  const place = problem.row === null ? problem.file : `${problem.file}:${problem.row}`;
  const column = problem.column === null || problem.column === '' ? [] : [problem.column];
  const value = problem.value === null ? [] : [JSON.stringify(problem.value)];
  return [place, ...column, ...value, problem.message[lang], problem.fix[lang]].join(' ');
}

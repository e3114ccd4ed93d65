/** Prints what a check found: one line a problem for people, or JSON for programs. */
import type { Findings, Problem } from '#src/tabular/problem.ts';
import type { Options } from './options.ts';

/** Errors and warnings to standard output, where a file or another program can take them up; errors first. */
export function printFindings(findings: Findings, options: Pick<Options, 'lang' | 'format'>): void {
  if (options.format === 'json') {
    console.log(JSON.stringify({ ok: findings.errors.length === 0, errors: findings.errors.map(inOrder), warnings: findings.warnings.map(inOrder) }, null, 2));
    return;
  }
  for (const problem of findings.errors) console.log(problemLine(problem, options.lang));
  const mark = options.lang === 'zh' ? '提醒' : 'warning';
  for (const problem of findings.warnings) console.log(`${mark} ${problemLine(problem, options.lang)}`);
}

/** A problem with its parts in the promised order and no others, whichever rule made it. */
function inOrder({ file, row, column, value, code, message, fix }: Problem): Problem {
  return { file, row, column, value, code, message: { zh: message.zh, en: message.en }, fix: { zh: fix.zh, en: fix.en } };
}

/** `data/stock.csv:42 quantity "-3" what is wrong how to mend it`. */
export function problemLine(problem: Problem, lang: 'zh' | 'en'): string {
  const place = problem.row === null ? problem.file : `${problem.file}:${problem.row}`;
  const column = problem.column === null || problem.column === '' ? [] : [problem.column];
  const value = problem.value === null ? [] : [JSON.stringify(problem.value)];
  return [place, ...column, ...value, problem.message[lang], problem.fix[lang]].join(' ');
}

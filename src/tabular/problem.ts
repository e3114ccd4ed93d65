/** What is wrong with a cell, a row or a file, as a value that people and programs can both read. */
import { personalNumberIn, withoutPersonalNumbers } from '#src/domain/personal-numbers.ts';

/** A sentence in both languages of the portal; the languages say the same. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One problem, in the public form of `check --format json`. */
export interface Problem {
  /** Path as the operator knows it, with `/`, e.g. `data/stock/2026.csv`. */
  readonly file: string;
  /** Row number as a spreadsheet shows it (header = 1); null where the problem has no row. */
  readonly row: number | null;
  /** Machine name of the column; null where the problem has no column. */
  readonly column: string | null;
  /** The cell as it stands in the file; null where there is none or where it may be personal data. */
  readonly value: string | null;
  /** Stable snake_case name of the rule. */
  readonly code: string;
  readonly message: Text;
  /** What the operator should do. */
  readonly fix: Text;
}

/** Errors stop publication; warnings are printed and published. */
export type Severity = 'error' | 'warning';

/** Where checks put what they find. */
export interface ProblemSink {
  report(severity: Severity, problem: Problem): void;
}

/** Everything a check found. */
export interface Findings {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Problems of one code in one file beyond this number are counted, not listed. */
export const alikeLimit = 100;

/**
 * A sink that keeps problems in order of arrival and, after `alikeLimit` of one code in one file,
 * only counts; `findings()` then adds one `more_alike` problem per such file and code.
 */
export function collectProblems(): ProblemSink & { findings(): Findings } {
  const kept: Record<Severity, Problem[]> = { error: [], warning: [] };
  const counts = new Map<string, { severity: Severity; file: string; code: string; count: number }>();
  return {
    report(severity, problem) {
      const key = `${severity}\n${problem.file}\n${problem.code}`;
      const seen = counts.get(key) ?? { severity, file: problem.file, code: problem.code, count: 0 };
      seen.count += 1;
      counts.set(key, seen);
      if (seen.count <= alikeLimit) kept[severity].push(withoutPersonalData(problem));
    },
    findings() {
      const result = { error: [...kept.error], warning: [...kept.warning] };
      for (const { severity, file, code, count } of counts.values()) {
        if (count > alikeLimit) result[severity].push(moreAlike(file, code, count - alikeLimit));
      }
      return { errors: result.error, warnings: result.warning };
    },
  };
}

/** A problem that repeats no identity, telephone or card number, whichever rule and column it comes from. */
export function withoutPersonalData(problem: Problem): Problem {
  const { value, message, fix } = problem;
  return {
    ...problem,
    value: value === null || personalNumberIn(value) !== null ? null : value,
    message: { zh: withoutPersonalNumbers(message.zh), en: withoutPersonalNumbers(message.en) },
    fix: { zh: withoutPersonalNumbers(fix.zh), en: withoutPersonalNumbers(fix.en) },
  };
}

function moreAlike(file: string, code: string, more: number): Problem {
  return {
    file,
    row: null,
    column: null,
    value: null,
    code: 'more_alike',
    message: {
      zh: `此文件还有 ${more} 个同类问题（${code}），不再逐条列出。`,
      en: `This file has ${more} more problems of the same kind (${code}) that are not listed one by one.`,
    },
    fix: {
      zh: '先改正上面列出的同类问题，再检查一次。',
      en: 'Correct the listed problems of this kind, then check again.',
    },
  };
}

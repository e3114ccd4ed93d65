/** All policy texts together: parsed, Chinese and English aligned clause by clause, clause ids for everybody who cites them. */
import type { ProblemSink } from '#src/tabular/problem.ts';
import { parsePolicy, type PolicyFile } from './parse-policy.ts';
import { allClauses, type Policy } from './policy.ts';

export interface PolicyLibrary {
  /** By locale, in order of slug. */
  readonly policies: ReadonlyMap<string, readonly Policy[]>;
  /** Every `<slug>#<clause id>` of the Chinese texts. */
  readonly clauses: ReadonlySet<string>;
}

/**
 * Parses the files and holds the translations to the Chinese text: the same documents, the same clause ids
 * in the same order, the same duties. A file with a problem is not in the library.
 */
export function buildLibrary(files: readonly PolicyFile[], locales: readonly string[], sink: ProblemSink): PolicyLibrary {
  const policies = new Map<string, readonly Policy[]>(
    locales.map((locale) => [
      locale,
      files
        .filter((file) => file.locale === locale)
        .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
        .flatMap((file) => parsePolicy(file, sink) ?? []),
    ]),
  );
  const [first, ...others] = locales;
  const originals = policies.get(first ?? '') ?? [];
  for (const locale of others) {
    for (const original of originals) {
      const path = files.find((file) => file.slug === original.slug && file.locale === locale)?.path;
      const translation = policies.get(locale)?.find((policy) => policy.slug === original.slug);
      if (path === undefined) reportMissing(original, locale, files, sink);
      else if (translation !== undefined) compare(original, translation, path, sink);
    }
    for (const file of files.filter((one) => one.locale === locale && !files.some((other) => other.locale === first && other.slug === one.slug))) reportOriginal(file, first ?? '', sink);
  }
  for (const policy of originals) checkRelations(policy, files, sink);
  return {
    policies,
    clauses: new Set(originals.flatMap((policy) => allClauses(policy.clauses).map((clause) => `${policy.slug}#${clause.id}`))),
  };
}

function reportMissing(original: Policy, locale: string, files: readonly PolicyFile[], sink: ProblemSink): void {
  sink.report('error', {
    file: files.find((file) => file.slug === original.slug)?.path ?? original.slug, row: null, column: null, value: locale, code: 'policy_untranslated',
    message: { zh: `“${original.title}”没有 ${locale} 文本。`, en: `"${original.title}" has no text in ${locale}.` },
    fix: { zh: `在 content/policies/${locale}/ 放入同名文件，逐条对应。`, en: `Put a file of the same name into content/policies/${locale}/, clause by clause.` },
  });
}

function reportOriginal(file: PolicyFile, locale: string, sink: ProblemSink): void {
  sink.report('error', {
    file: file.path, row: null, column: null, value: locale, code: 'policy_untranslated',
    message: { zh: `“${file.slug}”没有 ${locale} 文本。`, en: `"${file.slug}" has no text in ${locale}.` },
    fix: { zh: `在 content/policies/${locale}/ 放入同名文件，逐条对应。`, en: `Put a file of the same name into content/policies/${locale}/, clause by clause.` },
  });
}

/** What a document replaces or revises is in the library, and what was replaced says so. */
function checkRelations(policy: Policy, files: readonly PolicyFile[], sink: ProblemSink): void {
  const path = files.find((file) => file.slug === policy.slug && file.locale === policy.locale)?.path ?? policy.slug;
  for (const slug of [...policy.replaces, ...policy.revises]) {
    if (slug !== policy.slug && files.some((file) => file.slug === slug)) continue;
    sink.report('error', {
      file: path, row: 1, column: null, value: slug, code: 'policy_relation',
      message: { zh: `“${slug}”不在政策文本里。`, en: `"${slug}" is not among the policy texts.` },
      fix: { zh: 'replaces 和 revises 只写政策文本的文件名称；库里没有的写进 summary。', en: 'replaces and revises hold names of policy texts only; mention others in the summary.' },
    });
  }
}

/** The entries above a text that have to be the same in every language. */
function sameFacts(policy: Policy): string {
  const { kind, number, date, level, status, binds, replaces, revises, coverage } = policy;
  return JSON.stringify([kind, number === null, date, level, status, binds, replaces, revises, coverage, policy.source.date, policy.issuers.length]);
}

function compare(original: Policy, translation: Policy, path: string, sink: ProblemSink): void {
  if (sameFacts(original) !== sameFacts(translation)) {
    sink.report('error', {
      file: path, row: 1, column: null, value: null, code: 'policy_misaligned',
      message: { zh: '文首说明与中文文本不一致（种类、有无文号、日期、层级、状态、约束地区、取代、修订、发布单位的个数）。', en: 'What stands above the text differs from the Chinese one (kind, whether it has a number, date, level, status, regions bound, replaces, revises, number of issuers).' },
      fix: { zh: '让两种语言的这些项相同，只翻译名称和概括。', en: 'Make these entries the same in both languages; translate only names and the summary.' },
    });
  }
  const wanted = allClauses(original.clauses);
  const found = allClauses(translation.clauses);
  const length = Math.max(wanted.length, found.length);
  for (let index = 0; index < length; index += 1) {
    const left = wanted[index];
    const right = found[index];
    const sameDuties = left?.duties.map(dutyKey).join() === right?.duties.map(dutyKey).join();
    if (left?.id === right?.id && sameDuties && left?.topics.join() === right?.topics.join()) continue;
    sink.report('error', {
      file: path, row: right?.line ?? null, column: null, value: right?.id ?? null, code: 'policy_misaligned',
      message: {
        zh: `这里应是条款 ${left?.id ?? '（无）'}，与中文文本的编号、主题和职责一致。`,
        en: `Clause ${left?.id ?? '(none)'} belongs here, with the same id, topics and duties as the Chinese text.`,
      },
      fix: { zh: '让两种语言的条款逐条对应。', en: 'Make the clauses of both languages correspond one by one.' },
    });
    return;
  }
}

function dutyKey(duty: Policy['clauses'][number]['duties'][number]): string {
  return `${duty.by.join('+')}/${duty.level}/${duty.strength}/${duty.dimension}`;
}

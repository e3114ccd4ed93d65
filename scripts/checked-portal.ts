/** Data and content checked together, as check, build and release need them. */
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { readSearchWords } from '#src/datasets/search-words.ts';
import { loadPortal, type LoadOptions } from '#src/datasets/load-portal.ts';
import type { Portal } from '#src/datasets/portal.ts';
import { checkTexts } from '#src/policies/check-texts.ts';
import { buildGlossary } from '#src/policies/glossary.ts';
import { buildLibrary } from '#src/policies/library.ts';
import { checkSearchWords } from '#src/policies/search-words.ts';
import { collectProblems, type Findings } from '#src/tabular/problem.ts';
import type { Options } from './options.ts';

const languages = ['zh', 'en'] as const;

/** The portal, or null where data or content has an error, and everything that was found in both. */
export function checkedPortal(
  options: Pick<Options, 'data' | 'content' | 'asOf'>,
  load: Pick<LoadOptions, 'keepDaily' | 'onTable'> = {},
): { readonly portal: Portal | null; readonly findings: Findings } {
  const sink = collectProblems();
  const library = buildLibrary(readContentTexts(options.content, 'policies', languages), languages, sink);
  buildGlossary(readContentTexts(options.content, 'glossary', languages), languages, sink);
  for (const section of ['pages', 'handbook']) checkTexts(readContentTexts(options.content, section, languages), sink);
  checkSearchWords(readSearchWords(options.content, sink), library, sink);
  const { portal } = loadPortal({
    dataDir: options.data,
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    clauses: library.clauses,
    sink,
    ...load,
  });
  const findings = sink.findings();
  return { portal: findings.errors.length === 0 ? portal : null, findings };
}

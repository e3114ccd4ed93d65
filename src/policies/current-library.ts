/** The policy library and the glossary of the running build, parsed once; the folder comes from the environment that scripts/ set. */
import { resolve } from 'node:path';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { buildGlossary, type Glossary } from './glossary.ts';
import { buildLibrary, type PolicyLibrary } from './library.ts';

const languages = ['zh', 'en'] as const;

let built: PolicyLibrary | null = null;
let explained: Glossary | null = null;

/** Texts with problems are not in it: a build checks them before. */
export function currentLibrary(): PolicyLibrary {
  built ??= buildLibrary(readContentTexts(resolve(process.env['OBP_CONTENT'] ?? 'content'), 'policies', languages), languages, collectProblems());
  return built;
}

/** Empty where the content folder has none. */
export function currentGlossary(): Glossary {
  explained ??= buildGlossary(readContentTexts(resolve(process.env['OBP_CONTENT'] ?? 'content'), 'glossary', languages), languages, collectProblems());
  return explained;
}

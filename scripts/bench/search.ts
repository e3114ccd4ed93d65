/** Measures the search over 200 made-up documents: bytes of a first search (compressed, as a server sends them), time of a first and of a warm answer; processor time too, which others on the machine disturb less. */
import { gzipSync } from 'node:zlib';
import { readContentTexts } from '#src/datasets/content-texts.ts';
import { readSearchWords } from '#src/datasets/search-words.ts';
import { buildLibrary, type PolicyLibrary } from '#src/policies/library.ts';
import { allClauses, type Clause, type Policy } from '#src/policies/policy.ts';
import { filesOf } from '#src/publishing/search-files.ts';
import { collectProblems } from '#src/tabular/problem.ts';
import { ClauseLibrary } from '#src/islands/clause-library.ts';

const documents = 200;
const queries = ['献血', '荣誉卡', '獻血證', '千分之十五', 'xuehuang', 'donation rate', 'honour card', '四免', '直升机'];
const sink = collectProblems();
const library = buildLibrary(readContentTexts('content', 'policies', ['zh', 'en']), ['zh', 'en'], sink);
const generated = enlarged(library);
const start = performance.now();
const files = new Map([...filesOf(generated, readSearchWords('content', sink), ['zh', 'en'], [])].map(([name, file]) => [name, JSON.stringify(file)]));
const buildSeconds = (performance.now() - start) / 1000;

const compressed = new Map([...files].map(([name, text]) => [name, gzipSync(text, { level: 9 }).length]));
// Node reads its fetch when it is first asked for; a browser has it.
await new Response('{}').json();
const measured = [];
for (const query of queries) {
  let bytes = 0;
  let requests = 0;
  // The files come from memory: what is measured is what the page does with them.
  globalThis.fetch = async (address) => {
    const name = String(address).split('/').at(-1) ?? '';
    const text = files.get(name);
    if (text === undefined) return new Response(null, { status: 404 });
    bytes += compressed.get(name) ?? 0;
    requests += 1;
    return new Response(text);
  };
  const clauses = new ClauseLibrary('/search/');
  const first = await timed(async () => {
    const search = await clauses.start();
    const parsed = search.parse(query);
    const rest = parsed === null ? 0 : await clauses.ready(search, parsed);
    return { rest, found: search.find(query).length, search };
  });
  const warm = await timed(async () => first.value.search.find(query));
  measured.push({ query, found: first.value.found, packsNotSearched: first.value.rest, requests, gzipBytes: bytes, firstMilliseconds: first.milliseconds, firstProcessorMilliseconds: first.processorMilliseconds, warmMilliseconds: warm.milliseconds, warmProcessorMilliseconds: warm.processorMilliseconds });
}
const all = allClauses((generated.policies.get('zh') ?? []).flatMap((policy) => policy.clauses));
console.log(
  JSON.stringify({
    documents,
    clauses: all.length,
    files: files.size,
    buildSeconds: Number(buildSeconds.toFixed(2)),
    gzipBytesOfAll: [...compressed.values()].reduce((sum, bytes) => sum + bytes, 0),
    mostGzipBytes: Math.max(...measured.map(({ gzipBytes }) => gzipBytes)),
    mostFirstMilliseconds: Math.max(...measured.map(({ firstMilliseconds }) => firstMilliseconds)),
    mostFirstProcessorMilliseconds: Math.max(...measured.map(({ firstProcessorMilliseconds }) => firstProcessorMilliseconds)),
    mostWarmMilliseconds: Math.max(...measured.map(({ warmMilliseconds }) => warmMilliseconds)),
    mostWarmProcessorMilliseconds: Math.max(...measured.map(({ warmProcessorMilliseconds }) => warmProcessorMilliseconds)),
    queries: measured,
  }),
);

async function timed<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number; readonly processorMilliseconds: number }> {
  const from = performance.now();
  const used = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(used);
  return { value, milliseconds: Number((performance.now() - from).toFixed(1)), processorMilliseconds: Number(((user + system) / 1000).toFixed(1)) };
}

/** The library over and over, its sentences mixed from all documents so that no two documents are alike, until there are so many. */
function enlarged({ policies, clauses }: PolicyLibrary): PolicyLibrary {
  const originals = policies.get('zh') ?? [];
  const sizes = originals.map((policy) => allClauses(policy.clauses).length);
  const mixed = (locale: string): readonly Policy[] => {
    const texts = policies.get(locale) ?? [];
    const pool = texts.flatMap((policy) => allClauses(policy.clauses));
    return Array.from({ length: documents }, (_, number) => {
      const model = texts[number % texts.length];
      if (model === undefined) throw new Error('there is no document to begin with');
      const own = Array.from({ length: sizes[number % texts.length] ?? 1 }, (_, place): Clause => {
        // Steps without a common factor with the size of the pool go through all of it.
        const clause = pool[(number * 31 + place * 17) % pool.length];
        const other = pool[(number * 13 + place * 29 + 7) % pool.length];
        if (clause === undefined || other === undefined) throw new Error('there is no clause to begin with');
        return { ...clause, id: `c-${place + 1}`, clauses: [], text: place % 2 === 0 ? clause.text : other.text };
      });
      return { ...model, slug: `${model.slug}-${number}`, title: `${model.title} ${number}`, clauses: own };
    });
  };
  return { ...{ clauses }, policies: new Map(['zh', 'en'].map((locale) => [locale, mixed(locale)])) };
}

/** Cuts a question into what it asks about: 献血有什么好处 asks about 献血 and 好处. */

const asking = /请问|想问|有什么|有哪些|是什么|什么时候|什么|怎么样|怎么办|怎么|怎样|如何|为什么|为何|多少次|多少钱|多少|几次|哪里|哪儿|哪些|哪个|能不能|可不可以|可以吗|是否|吗|呢|[?？]/u;

/** The parts of a question in Chinese, two characters at least each; none where nothing in it asks. */
export function askedAbout(query: string): readonly string[] {
  const parts = query.split(new RegExp(asking, 'gu'));
  if (parts.length < 2) return [];
  return parts.map((part) => part.replace(/^[的了和是在有]|[的了和是在有]$/gu, '').trim()).filter((part) => [...part].length >= 2);
}

/** What stands above a policy text: who issued it, when, its status and its source. */
import { parse } from 'yaml';
import { z } from 'zod';
import { policyKinds, policyLevels, policyStatuses, textKinds } from './policy.ts';

/** YAML is read without types, so an empty value is the word `null`. */
function orNull<T extends z.ZodType>(inner: T) {
  return z.preprocess((value) => (value === 'null' || value === '' || value === undefined ? null : value), inner.nullable());
}

/** Year, month or day; null where the document carries no date. */
const date = orNull(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

const schema = z.strictObject({
  title: z.string().min(1),
  kind: z.enum(policyKinds),
  issuers: z.array(z.string().min(1)).min(1),
  number: orNull(z.string().min(1)),
  date,
  place: z.string().min(1),
  level: z.enum(policyLevels),
  status: z.enum(policyStatuses),
  binds: z.array(z.string().regex(/^[a-z0-9-]+$/)).default([]),
  replaces: z.array(z.string()).default([]),
  source: z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    date,
    url: orNull(z.url({ protocol: /^https?$/ })),
  }),
  text: z.enum(textKinds),
  summary: z.string().min(1),
});

export type Frontmatter = z.infer<typeof schema>;

/** A wrong key: its path in the frontmatter, what it holds, and the reason in English as the schema gives it. */
export interface FrontmatterFault {
  readonly path: string;
  readonly reason: string;
}

/** Reads the YAML above a text; every fault is listed, and then there is no frontmatter. */
export function parseFrontmatter(yaml: string): { frontmatter: Frontmatter | null; faults: readonly FrontmatterFault[] } {
  let value: unknown;
  try {
    value = parse(yaml, { schema: 'failsafe' });
  } catch (error) {
    return { frontmatter: null, faults: [{ path: '', reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { frontmatter: result.data, faults: [] };
  return { frontmatter: null, faults: result.error.issues.map((issue) => ({ path: issue.path.join('.'), reason: issue.message })) };
}

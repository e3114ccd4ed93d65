/** What stands above a policy text: who issued it, when, its status and its source. */
import { isAlias, isNode, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { policyCoverages, policyKinds, policyLevels, policyStatuses, statusesOf, textKinds } from './policy.ts';

/** What the importer writes where a person has to fill something in; no text with it is published. */
export const placeholder = '待填写';

/** YAML is read without types, so an empty value is the word `null`. */
function orNull<T extends z.ZodType>(inner: T) {
  return z.preprocess((value) => (value === 'null' || value === '' || value === undefined ? null : value), inner.nullable());
}

/** Year, month or day; null where the document carries no date. */
const date = orNull(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

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
  replaces: z.array(slug).default([]),
  revises: z.array(slug).default([]),
  coverage: z.enum(policyCoverages).default('full'),
  source: z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    date,
    url: orNull(z.url({ protocol: /^https?$/ })),
  }),
  text: z.enum(textKinds),
  summary: z.string().min(1),
}).superRefine((value, context) => {
  const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (!statusesOf[value.kind].includes(value.status)) fault('status', `${value.kind}: ${statusesOf[value.kind].join(' | ')}`);
  // What was never in force binds nobody, and what is in force binds somebody.
  const wasInForce = !['draft', 'proposal', 'published'].includes(value.status);
  if (!wasInForce && value.binds.length > 0) fault('binds', `${value.status}: binds nobody`);
  if (value.status === 'in_force' && value.binds.length === 0) fault('binds', 'in_force: names the regions it binds');
});

export type Frontmatter = z.infer<typeof schema>;

/** A wrong key: its path in the frontmatter, what it holds, and the reason in English as the schema gives it. */
export interface FrontmatterFault {
  readonly path: string;
  readonly reason: string;
}

/** Reads the YAML above a text; every fault is listed, and then there is no frontmatter. */
export function parseFrontmatter(yaml: string): { frontmatter: Frontmatter | null; faults: readonly FrontmatterFault[] } {
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) return { frontmatter: null, faults: [{ path: '', reason: broken.message.split('\n')[0] ?? '' }] };
  const markup = yamlMarkup(yaml);
  if (markup !== null) return { frontmatter: null, faults: [{ path: '', reason: markup }] };
  const value: unknown = document.toJS();
  const unfilled = placeholdersIn(value, '').map((path) => ({ path, reason: placeholder }));
  const result = schema.safeParse(value);
  if (result.success && unfilled.length === 0) return { frontmatter: result.data, faults: [] };
  const issues = result.success ? [] : result.error.issues.map((issue) => ({ path: issue.path.join('.'), reason: issue.message }));
  return { frontmatter: null, faults: [...unfilled, ...issues.filter(({ path }) => !unfilled.some((one) => one.path === path))] };
}

/** The first tag, anchor or alias in the YAML above a text, which says what a value is by other means than writing it; null where there is none. */
export function yamlMarkup(yaml: string): string | null {
  let found: string | null = null;
  visit(parseDocument(yaml, { schema: 'failsafe' }), {
    Node(_, node) {
      if (isAlias(node)) found = `*${node.source}`;
      else if (isNode(node) && 'anchor' in node && node.anchor !== undefined) found = `&${node.anchor}`;
      else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) found = node.tag;
      else if (node.tag !== undefined && node.range != null && yaml.slice(0, node.range[0]).trimEnd().endsWith(node.tag.replace('tag:yaml.org,2002:', '!!'))) found = node.tag;
      return found === null ? undefined : visit.BREAK;
    },
  });
  return found;
}

function placeholdersIn(value: unknown, path: string): readonly string[] {
  if (value === placeholder) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placeholdersIn(inner, path === '' ? key : `${path}.${key}`));
}

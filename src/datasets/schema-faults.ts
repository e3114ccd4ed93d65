/** What a Zod schema finds wrong with a value, in both languages and with the place. */
import { z } from 'zod';
import type { Text } from '#src/tabular/problem.ts';

export interface SchemaFault {
  /** Keys down to the wrong place. */
  readonly path: readonly string[];
  /** Why it is wrong; for an unknown key its name is the last of `path`. */
  readonly reason: Text;
  readonly kind: 'missing' | 'unknown' | 'value';
}

const chinese = z.locales.zhCN().localeError;

/** A reason of our own for `refine` and `regex`, in both languages. */
export function reason(zh: string, en: string): string {
  return `${zh}‖${en}`;
}

/** The parsed value, or every fault in it. */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown): { readonly data: z.output<T> } | { readonly faults: readonly SchemaFault[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data };
  const inChinese = schema.safeParse(value, { error: chinese }).error?.issues ?? [];
  return {
    faults: result.error.issues.flatMap((issue, index): SchemaFault[] => {
      const path = issue.path.map(String);
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({ path: [...path, key], kind: 'unknown', reason: { zh: '没有这一项', en: 'there is no such key' } }));
      }
      if (valueAt(value, issue.path) === undefined) return [{ path, kind: 'missing', reason: { zh: '缺少这一项', en: 'it is missing' } }];
      const [zh = '', en] = issue.message.split('‖');
      return [{ path, kind: 'value', reason: en === undefined ? { zh: inChinese[index]?.message ?? zh, en: issue.message } : { zh, en } }];
    }),
  };
}

/** What stands at a path of a parsed JSON value; undefined where there is nothing. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

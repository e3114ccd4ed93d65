/** The dictionary of a table: each column of its schema in words, in the reader's language. */
import type { Portal } from '#src/datasets/portal.ts';
import type { Locale } from '#src/i18n/locales.ts';
import { t } from '#src/i18n/translate.ts';
import type { TableField } from './table-summary.ts';

export type TableSchema = Portal['package']['resources'][number];

export interface DictionaryEntry {
  /** Machine name, as in the header of the published CSV. */
  readonly name: string;
  readonly title: string;
  /** Title in the other language. */
  readonly otherTitle: string;
  readonly otherLocale: Locale;
  /** Type, obligation, unit and limits, each a few words. */
  readonly facts: readonly string[];
  readonly description: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly example: string | null;
}

/** A word that a schema gives in Chinese with its English twin under `@en`, in the reader's language. */
export function wordOf<Key extends string>(holder: Readonly<Record<Key | `${Key}@en`, string>>, key: Key, locale: Locale): string {
  return locale === 'zh' ? holder[key] : holder[`${key}@en`];
}

/** One entry a column, in the order of the schema. */
export function dictionaryOf(resource: TableSchema, locale: Locale): readonly DictionaryEntry[] {
  const otherLocale: Locale = locale === 'zh' ? 'en' : 'zh';
  return resource.schema.fields.map((field) => ({
    name: field.name,
    title: wordOf(field, 'title', locale),
    otherTitle: wordOf(field, 'title', otherLocale),
    otherLocale,
    facts: factsOf(field, resource, locale),
    description: wordOf(field, 'description', locale),
    values: (field.categories ?? []).map((category) => ({ value: category.value, label: wordOf(category, 'label', locale) })),
    example: field.example ?? null,
  }));
}

function factsOf(field: TableField, { schema }: TableSchema, locale: Locale): readonly string[] {
  const isKey = schema.primaryKey.includes(field.name);
  const reference = schema.foreignKeys?.find((key) => key.fields.includes(field.name))?.reference.resource;
  return [
    typeWord(field, locale),
    isKey ? t(locale, 'data.dictionary.key') : t(locale, field.constraints?.required ? 'data.dictionary.required' : 'data.dictionary.optional'),
    field.unit && t(locale, 'data.dictionary.unit', { unit: field.unit }),
    limitWords(field, locale),
    field.decimals && t(locale, 'data.dictionary.decimals', { decimals: field.decimals }),
    field.constraints?.maxLength && t(locale, 'data.dictionary.maxLength', { length: field.constraints.maxLength }),
    field.future && t(locale, 'data.dictionary.future'),
    reference && t(locale, 'data.dictionary.reference', { table: reference }),
  ].filter((fact) => typeof fact === 'string' && fact !== '') as readonly string[];
}

function typeWord(field: TableField, locale: Locale): string {
  if (field.type === 'list') return t(locale, 'data.type.list', { delimiter: field.delimiter ?? ';' });
  if (field.categories) return t(locale, 'data.type.category');
  return t(locale, field.moment ? 'data.type.moment' : `data.type.${field.type}`);
}

function limitWords({ constraints }: TableField, locale: Locale): string | undefined {
  const { minimum, maximum } = constraints ?? {};
  if (minimum !== undefined && maximum !== undefined) return t(locale, 'data.dictionary.range', { minimum, maximum });
  if (minimum !== undefined) return t(locale, 'data.dictionary.minimum', { minimum });
  if (maximum !== undefined) return t(locale, 'data.dictionary.maximum', { maximum });
  return undefined;
}

/** The word for a category value of a column, e.g. `red_cells` → `悬浮红细胞`; a value that the schema does not list stands for itself. */
export function categoryWord(portal: Portal, table: string, column: string, value: string, locale: Locale): string {
  const field = portal.package.resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column);
  const category = field?.categories?.find((one) => one.value === value);
  return category === undefined ? value : wordOf(category, 'label', locale);
}

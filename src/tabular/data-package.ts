/** The part of Data Package v2 and Table Schema that the portal reads, as types. */

export const fieldTypes = ['string', 'integer', 'number', 'date', 'datetime', 'year', 'yearmonth', 'time', 'list'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** One allowed value of a category field. `label` is Chinese, `label@en` English, `aliases` further spellings with the same one meaning. */
export interface Category {
  readonly value: string;
  readonly label: string;
  readonly 'label@en': string;
  readonly aliases?: readonly string[];
}

export interface FieldConstraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/**
 * One column. `title`/`description` are Chinese, the `@en` twins English (the v2 translation pattern).
 * Own properties: `decimals` = exact number of decimal places published (money: 2);
 * `formats` = of a string that is a date or instant, which of them are allowed;
 * `future` = dates after the build's instant are allowed.
 */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly format?: string;
  readonly title: string;
  readonly 'title@en': string;
  readonly description: string;
  readonly 'description@en': string;
  readonly example?: string;
  readonly unit?: string;
  readonly decimals?: number;
  readonly delimiter?: string;
  readonly moment?: readonly ('year' | 'month' | 'date' | 'instant')[];
  readonly future?: boolean;
  readonly categories?: readonly Category[];
  readonly constraints?: FieldConstraints;
}

/** A value that stands for "no value", with its reason. `value` is what the file holds, e.g. `NP`. */
export interface MissingValue {
  readonly value: string;
  readonly label: string;
  readonly 'title': string;
  readonly 'title@en': string;
  readonly aliases?: readonly string[];
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  /** Own property: values that are always known, e.g. `all`. */
  readonly except?: readonly string[];
}

export interface TableSchema {
  readonly $schema?: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
  readonly missingValues: readonly MissingValue[];
}

/** One table. `daily` (own property) marks the large tables that are sorted by date and read as a stream. */
export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly 'title@en': string;
  readonly description: string;
  readonly 'description@en': string;
  readonly path: string;
  readonly daily?: boolean;
  readonly schema: TableSchema;
}

export interface DataPackage {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly 'title@en': string;
  readonly languages: readonly string[];
  readonly resources: readonly Resource[];
}

/** Reads datapackage.json, and holds an operator's own one to the tables that the portal's code relies on. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { fieldTypes } from '#src/tabular/data-package.ts';
import type { DataPackage, Field, Resource } from '#src/tabular/data-package.ts';
import type { ProblemSink, Text } from '#src/tabular/problem.ts';
import { parseWith, reason } from './schema-faults.ts';
import { shownPath } from './table-files.ts';

const text = z.string().min(1);
const schema = z.looseObject({
  title: text,
  'title@en': text,
  resources: z.array(
    z.looseObject({
      name: z.string().regex(/^[a-z0-9-]+$/),
      title: text,
      'title@en': text,
      description: text.optional(),
      'description@en': text.optional(),
      schema: z.looseObject({
        fields: z
          .array(
            z.looseObject({
              name: z.string().regex(/^[a-z][a-z0-9_]*$/),
              type: z.enum(fieldTypes),
              title: text,
              'title@en': text,
              description: text.optional(),
              'description@en': text.optional(),
              constraints: z.looseObject({ pattern: z.string().refine(isPattern, reason('不是合格的正则表达式', 'this is not a valid regular expression')).optional() }).optional(),
            }),
          )
          .min(1),
        primaryKey: z.array(z.string()).min(1),
        missingValues: z.array(z.looseObject({ value: z.string(), label: z.string() })),
      })
        .refine(({ fields, primaryKey }) => primaryKey.every((key) => fields.some(({ name }) => name === key)), reason('主键里有表中没有的列', 'the key names a column that the table does not have')),
    }),
  ),
});

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The definition that the code was made with. */
export function contractPath(): string {
  return resolve('data', 'datapackage.json');
}

/** The data package of a folder: its own, else the project's. Null with problems where it cannot be used. */
export function readDataPackage(dataDir: string, sink: ProblemSink): DataPackage | null {
  const own = join(dataDir, 'datapackage.json');
  const path = existsSync(own) ? own : contractPath();
  const dataPackage = parsePackage(path, sink);
  if (dataPackage === null || resolve(path) === contractPath()) return dataPackage;
  const contract = parsePackage(contractPath(), sink);
  if (contract === null) return null;
  return holdsContract(dataPackage, contract, path, sink) ? dataPackage : null;
}

/** The same for a folder whose definition an earlier version of the program accepted: it need not have every column of today's contract. */
export function readFormerPackage(dataDir: string, sink: ProblemSink): DataPackage | null {
  const own = join(dataDir, 'datapackage.json');
  return parsePackage(existsSync(own) ? own : contractPath(), sink);
}

function parsePackage(path: string, sink: ProblemSink): DataPackage | null {
  const report = (column: string | null, reason: Text): void =>
    sink.report('error', {
      file: shownPath(path), row: null, column, value: null, code: 'package_invalid',
      message: { zh: `数据包说明有错（${reason.zh}）。`, en: `The data package is not valid (${reason.en}).` },
      fix: { zh: '对照项目自带的 data/datapackage.json 改正。', en: 'Correct it by the data/datapackage.json that comes with the project.' },
    });
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    const result = parseWith(schema, value);
    if ('data' in result) return withDescriptions(value as DataPackage);
    for (const fault of result.faults) report(fault.path.join('.'), fault.reason);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(null, { zh: reason, en: reason });
  }
  return null;
}

/** Descriptions may be left out, as in any Data Package; the title then stands for them. */
function withDescriptions(dataPackage: DataPackage): DataPackage {
  return {
    ...dataPackage,
    resources: dataPackage.resources.map((resource) => ({ ...described(resource), schema: { ...resource.schema, fields: resource.schema.fields.map(described) } })),
  };
}

function described<T extends Resource | Field>(holder: T): T {
  const { title, description = title, 'title@en': english, 'description@en': inEnglish = english }: Partial<T> & Pick<T, 'title' | 'title@en'> = holder;
  return { ...holder, description, 'description@en': inEnglish };
}

/** Every column of a contract table has to be there with its type; further tables and columns are the operator's own. */
function holdsContract(own: DataPackage, contract: DataPackage, path: string, sink: ProblemSink): boolean {
  let holds = true;
  for (const wanted of contract.resources) {
    const found = own.resources.find(({ name }) => name === wanted.name);
    if (found === undefined) continue;
    for (const field of wanted.schema.fields) {
      const same = found.schema.fields.some(({ name, type }) => name === field.name && type === field.type);
      if (same) continue;
      holds = false;
      sink.report('error', {
        file: shownPath(path), row: null, column: `${wanted.name}.${field.name}`, value: null, code: 'schema_changed',
        message: { zh: `表“${wanted.title}”的列“${field.name}”被删去或改了类型。`, en: `The column "${field.name}" of "${wanted['title@en']}" was removed or has another type.` },
        fix: { zh: '规定的列不能删改；自己的列可以另加。', en: 'Columns of the contract stay as they are; add your own beside them.' },
      });
    }
  }
  return holds;
}

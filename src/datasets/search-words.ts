/** Reads content/search/words.csv: what people say for the words of the documents; knows its columns and the rules within a row. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Resource } from '#src/tabular/data-package.ts';
import type { ProblemSink } from '#src/tabular/problem.ts';
import { readTable } from '#src/tabular/read-table.ts';

export interface SearchWordsRow {
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly legalZh: readonly string[];
  readonly saidZh: readonly string[];
  readonly legalEn: readonly string[];
  readonly saidEn: readonly string[];
}

const column = (name: string, title: string, titleEn: string, description: string, descriptionEn: string, example: string): Field => ({
  name, type: 'list', delimiter: ';', title, 'title@en': titleEn, description, 'description@en': descriptionEn, example,
});

/** The columns of the list; `legal_zh` names a row. */
export const searchWordsResource: Resource = {
  name: 'search-words',
  title: '检索词表',
  'title@en': 'Search words',
  description: '献血者的说法和文件用语的对应。',
  'description@en': 'What donors say, and the words of the documents for it.',
  path: 'content/search/words.csv',
  schema: {
    fields: [
      column('legal_zh', '文件用语', 'Words of the documents, Chinese', '文件里的说法，几个用分号隔开。', 'As the Chinese documents say it; several with semicolons.', '荣誉卡'),
      column('said_zh', '大家的说法', 'What people say, Chinese', '献血者会输入的说法。', 'What donors type in Chinese.', '献血证;献血卡'),
      column('legal_en', '文件用语（英文）', 'Words of the documents, English', '英文文本里的说法。', 'As the English texts say it.', 'honour card'),
      column('said_en', '大家的说法（英文）', 'What people say, English', '读者会输入的英文说法。', 'What readers type in English.', 'donor card'),
    ],
    primaryKey: ['legal_zh'],
    missingValues: [{ value: '', label: 'not_applicable', title: '没有', 'title@en': 'none' }],
  },
};

/** The rows of the list without a problem; none where the content folder has no list. */
export function readSearchWords(contentDir: string, sink: ProblemSink): readonly SearchWordsRow[] {
  const path = join(contentDir, 'search', 'words.csv');
  if (!existsSync(path)) return [];
  const rows: SearchWordsRow[] = [];
  readTable({ path, name: searchWordsResource.path }, searchWordsResource, { latestDate: null }, sink, ({ row, cells }) => {
    const [legalZh, saidZh, legalEn, saidEn] = [0, 1, 2, 3].map((index) => (cells[index] ?? '').split(';').filter((word) => word !== ''));
    rows.push({ row, legalZh: legalZh ?? [], saidZh: saidZh ?? [], legalEn: legalEn ?? [], saidEn: saidEn ?? [] });
  });
  return rows;
}

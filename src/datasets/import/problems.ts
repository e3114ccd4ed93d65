/** Every problem that an import can find beside those of the reader, with what it says and how to mend it; the only list of these codes. */
import type { Problem, Text } from '#src/tabular/problem.ts';

interface Wording {
  readonly message: Text;
  readonly fix: Text;
}

const chapter: Text = { zh: '按操作手册“导入”一节改正映射文件。', en: 'Correct the mapping file as the handbook says under "Importing".' };

const wordings = {
  // The mapping file.
  import_map_not_json: {
    message: { zh: '映射文件不是合格的 JSON（{reason}）。', en: 'The mapping file is not valid JSON ({reason}).' },
    fix: { zh: '检查引号、逗号和括号是否成对；可从操作手册的样例重新开始。', en: 'Check quotes, commas and brackets, or start again from the example in the handbook.' },
  },
  import_map_unknown: {
    message: { zh: '映射文件里没有“{key}”这种写法。', en: 'A mapping file has no entry "{key}".' },
    fix: { zh: '检查拼写；可用的写法见操作手册“导入”一节。', en: 'Check the spelling; the handbook lists the entries under "Importing".' },
  },
  import_map_missing: {
    message: { zh: '映射文件缺少“{key}”。', en: 'The mapping file lacks "{key}".' },
    fix: chapter,
  },
  import_map_value: {
    message: { zh: '映射文件的“{key}”不对（{reason}）。', en: 'The entry "{key}" of the mapping file is wrong ({reasonEn}).' },
    fix: chapter,
  },
  import_target_unknown: {
    message: { zh: '要写的表里没有“{name}”这一列。', en: 'The table to be written has no column "{name}".' },
    fix: { zh: '改成表里的列：{columns}。', en: 'Use a column of the table: {columns}.' },
  },
  import_target_missing: {
    message: { zh: '映射文件没有说必填的列“{title}（{name}）”从哪里来。', en: 'The mapping file does not say where the required column "{name}" comes from.' },
    fix: { zh: '在 columns 里加上“{name}”：来自某一列写 from，每行都一样写 constant。', en: 'Add "{name}" to columns: "from" for a column of the file, "constant" where every row has the same.' },
  },
  // The file to be imported.
  import_xls: {
    message: { zh: '这是旧的 Excel 97–2003 工作簿（.xls），或者加了密码的工作簿，不能读取；改扩展名没有用。', en: 'This is an old Excel 97–2003 workbook (.xls) or one with a password, which cannot be read; changing its name does not help.' },
    fix: { zh: '用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”，不设密码，再导入。', en: 'Open it in Excel or WPS, save it as "Excel workbook (.xlsx)" without a password and import that.' },
  },
  import_workbook_broken: {
    message: { zh: '这个文件不是完好的 .xlsx 工作簿（{reason}）。', en: 'This file is no sound .xlsx workbook ({reason}).' },
    fix: { zh: '用 Excel 或 WPS 打开它，重新另存为 .xlsx。', en: 'Open it in Excel or WPS and save it as .xlsx again.' },
  },
  import_sheet_unknown: {
    message: { zh: '工作簿里没有工作表“{sheet}”。', en: 'The workbook has no sheet "{sheet}".' },
    fix: { zh: '工作簿里有：{sheets}。请把映射文件的 sheet 改成其中一个。', en: 'It has: {sheets}. Name one of them as "sheet" in the mapping file.' },
  },
  import_header_unknown: {
    message: { zh: '第 {headerRow} 行的表头里没有“{name}”这一列。', en: 'The header in row {headerRow} has no column "{name}".' },
    fix: { zh: '表头里有：{names}。改正映射文件里的列名；如果这一行不是表头，改 skip_rows。', en: 'It has: {names}. Correct the name in the mapping file, or "skip_rows" if this row is not the header.' },
  },
  import_word_unknown: {
    message: { zh: '映射文件没有说“{value}”是什么意思。', en: 'The mapping file does not say what "{value}" means.' },
    fix: { zh: '在“{key}”里加上这个词；如果是写错的词，改正原表。', en: 'Add the word to "{key}", or correct the source if it is a slip.' },
  },
  import_date_unreadable: {
    message: { zh: '这不是按“{formats}”写的日期。', en: 'This is not a date written as "{formats}".' },
    fix: { zh: '改正这一格；如果原表就是这样写的，在“{key}”里加上这种写法。', en: 'Correct the cell, or add its way of writing to "{key}" if the source means it so.' },
  },
  // The result.
  import_key_twice: {
    message: { zh: '与 {first} 是同一项（{key} 相同），却有两行。', en: 'This row and {first} are the same item (the same {keyEn}), yet there are two.' },
    fix: { zh: '两行只留一行；如果是一天里的几次读数，在映射文件里用 keep 说明留哪一次。', en: 'Keep one of the two; if they are several readings of a day, say with "keep" in the mapping file which one counts.' },
  },
  import_no_rows: {
    message: { zh: '没有一行数据可以写入。', en: 'There is no row to write.' },
    fix: { zh: '检查工作表、skip_rows 和 drop 的条件是否写对。', en: 'Check the sheet, "skip_rows" and the conditions under "drop".' },
  },
  import_table_in_folder: {
    message: { zh: '这张表在数据文件夹里是按时间分成几个文件存放的，导入不会改动它们。', en: 'This table lies in the data folder as several files by period, which an import does not touch.' },
    fix: { zh: '用 --data 导入到另一个文件夹，再把得到的文件改名放进“{folder}”，日期不要重叠。', en: 'Import into another folder with --data and move the file from there into "{folder}", without overlapping dates.' },
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type ImportCode = keyof typeof wordings;

export const importCodes = Object.keys(wordings) as readonly ImportCode[];

/** Where a problem lies; what is left out is null. */
export interface Place {
  readonly file: string;
  readonly row?: number | null;
  /** Header of the source's column, or path of the entry in a mapping file. */
  readonly column?: string | null;
  readonly value?: string | null;
}

/** A problem of an import with its placeholders filled; `value` longer than 80 characters is cut. */
export function importProblem(code: ImportCode, place: Place, params: Readonly<Record<string, string | number>> = {}): Problem {
  const { message, fix } = wordings[code];
  const { file, row = null, column = null, value = null } = place;
  const fill = (text: Text): Text => ({ zh: filled(text.zh, params), en: filled(text.en, params) });
  return { file, row, column, value: value !== null && value.length > 80 ? `${value.slice(0, 80)}…` : value, code, message: fill(message), fix: fill(fix) };
}

function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

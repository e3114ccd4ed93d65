/** What is said of a file as a whole that is not accepted, and how to mend it. */
import type { Wording } from './refusal-wording.ts';

export const fileRefusals = {
  encoding_utf16: {
    message: { zh: '文件是 UTF-16 编码（Excel 的“Unicode 文本”），不能读取。', en: 'The file is in UTF-16 (Excel\'s "Unicode Text"), which cannot be read.' },
    fix: { zh: '在 Excel 中另存为“CSV UTF-8（逗号分隔）”；在 WPS 中另存为 CSV。', en: 'In Excel choose "Save as: CSV UTF-8 (comma delimited)"; in WPS save as CSV.' },
  },
  encoding_unknown: {
    message: { zh: '文件既不是 UTF-8 也不是 GBK/GB18030，第 {offset} 个字节处读不通。', en: 'The file is neither UTF-8 nor GBK/GB18030: it breaks at byte {offset}.' },
    fix: { zh: '在 Excel 中重新打开原表，另存为“CSV UTF-8（逗号分隔）”。', en: 'Open the original in Excel and save it as "CSV UTF-8 (comma delimited)".' },
  },
  encoding_unclear: {
    message: {
      zh: '文件没有编码标记，表头又全是英文：这一格的中文可以读成 UTF-8，也可以读成 GBK，两种读法是不同的字。',
      en: 'The file has no mark of its encoding and its header is in English letters: this cell can be read as UTF-8 or as GBK, with different characters.',
    },
    fix: { zh: '在 Excel 中另存为“CSV UTF-8（逗号分隔）”，它带有标记；在 WPS 中，把表头改成中文列名再存。', en: 'In Excel save it as "CSV UTF-8 (comma delimited)", which has a mark; in WPS give the columns their Chinese names and save again.' },
  },
  not_csv: {
    message: { zh: '这不是 CSV 文件，而是 {kind} 文件（可能只改了扩展名）。', en: 'This is not a CSV file but {kind}, perhaps with its name changed.' },
    fix: { zh: '用 Excel 或 WPS 打开它，另存为 CSV。', en: 'Open it in Excel or WPS and save it as CSV.' },
  },
  nul_byte: {
    message: { zh: '第 {offset} 个字节处有空字符（NUL），文件可能已损坏。', en: 'There is a NUL byte at byte {offset}: the file is probably damaged.' },
    fix: { zh: '从原系统重新导出一次。', en: 'Export it again from where it came from.' },
  },
  file_empty: {
    message: { zh: '文件是空的，连表头也没有。', en: 'The file is empty: it has not even a header.' },
    fix: { zh: '放入表头一行；没有数据的表可以不放这个文件。', en: 'Put in the header row; a table without data needs no file.' },
  },
  excel_limit: {
    message: { zh: '文件正好 {rows} 行，这是 Excel 一张表的上限，后面的数据很可能被截断了。', en: 'The file has exactly {rows} rows, the limit of an Excel sheet: what follows was probably cut off.' },
    fix: { zh: '不经 Excel，从原系统按年份分成几个文件导出，放进同名文件夹。', en: 'Export it from the source by year, without Excel, into a folder of the table\'s name.' },
  },
  wrong_delimiter: {
    message: { zh: '各列是用{delimiter}隔开的，应当用英文逗号。', en: 'The columns are separated by a {delimiterEn}; a comma is needed.' },
    fix: { zh: '另存为“CSV（逗号分隔）”。', en: 'Save it as "CSV (comma delimited)".' },
  },
} as const satisfies Readonly<Record<string, Wording>>;

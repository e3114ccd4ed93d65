/** Every problem that the reader can find, with what it says and how to mend it; the only list of these codes. */
import { personalNumberIn, withoutPersonalNumbers } from '#src/domain/personal-numbers.ts';
import type { Problem, Text } from './problem.ts';

/** Values for the placeholders of a message. */
export type RefusalParams = Readonly<Record<string, string | number>>;

interface Wording {
  readonly message: Text;
  readonly fix: Text;
}

const wordings = {
  // The file as a whole.
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
  // The header.
  title_row: {
    message: { zh: '第 1 行不是表头，表头在第 {row} 行：上面多了标题行。', en: 'Row 1 is not the header; the header is in row {row}, below a title.' },
    fix: { zh: '删去表头上面的行，让表头成为第 1 行。', en: 'Delete the rows above the header so that it is row 1.' },
  },
  header_absent: {
    message: { zh: '第 1 行没有一个列名，看起来是数据：缺少表头。', en: 'Row 1 holds no name of a column and looks like data: the header is missing.' },
    fix: { zh: '在最上面加一行列名：{columns}。', en: 'Put the names of the columns into a row at the top: {columnsEn}.' },
  },
  header_unknown: {
    message: { zh: '表里没有名为“{name}”的列。', en: 'This table has no column "{name}".' },
    fix: { zh: '改成规定的列名，或删去这一列。可用的列：{columns}。', en: 'Use the name of a column, or delete this one. The columns are: {columnsEn}.' },
  },
  header_duplicate: {
    message: { zh: '“{name}”这一列出现了两次。', en: 'The column "{name}" stands twice.' },
    fix: { zh: '只保留一列。', en: 'Keep one of them.' },
  },
  header_missing: {
    message: { zh: '缺少必需的列“{name}”。', en: 'The required column "{nameEn}" is missing.' },
    fix: { zh: '加上这一列；可从操作手册下载空白模板对照。', en: 'Add the column; the handbook has blank templates to compare with.' },
  },
  header_blank: {
    message: { zh: '第 {position} 列没有列名，下面却有内容。', en: 'Column {position} has no name but holds something.' },
    fix: { zh: '给它列名，或清空这一列。', en: 'Name it, or clear the column.' },
  },
  // Rows.
  open_quote: {
    message: { zh: '这一行起有一个英文双引号没有配对，后面的内容会被吞掉。', en: 'From this row on a double quote is not closed and would swallow what follows.' },
    fix: { zh: '补上或删去这个双引号；内容里的双引号要写成两个。', en: 'Close the quote or delete it; a quote inside a cell is written twice.' },
  },
  stray_quote: {
    message: { zh: '这一行双引号的位置不对。', en: 'A double quote stands in the wrong place in this row.' },
    fix: { zh: '删去多余的双引号；内容里的双引号要写成两个。', en: 'Delete it; a quote inside a cell is written twice.' },
  },
  rows_in_quotes: {
    message: { zh: '这一格从双引号开始，把下面的行也包了进去：里面有一行像是单独的数据。', en: 'This cell begins with a double quote and takes in the rows below: one of its lines looks like a row of its own.' },
    fix: { zh: '删去多余的双引号；如果确实是一格里的几行文字，改用中文逗号或并成一行。', en: 'Delete the stray quotes; if it is one text in several lines, put them into one line.' },
  },
  row_short: {
    message: { zh: '这一行只有 {found} 列，表头有 {wanted} 列。', en: 'This row has {found} cells, the header {wanted}.' },
    fix: { zh: '检查是否少了逗号，或一行被拆成了两行。', en: 'Look for a missing comma or a row broken in two.' },
  },
  row_long: {
    message: { zh: '这一行有 {found} 列，表头只有 {wanted} 列。', en: 'This row has {found} cells, the header only {wanted}.' },
    fix: { zh: '内容里有逗号的单元格要用英文双引号括起来。', en: 'A cell that holds a comma has to stand in double quotes.' },
  },
  row_blank: {
    message: { zh: '数据中间有空行。', en: 'There is a blank row between the data.' },
    fix: { zh: '删去空行；如果这里少了数据，请补上。', en: 'Delete it; if data is missing here, put it in.' },
  },
  total_row: {
    message: { zh: '这是合计行，不是数据。', en: 'This is a row of totals, not data.' },
    fix: { zh: '删去合计、小计行，平台自己会计算。', en: 'Delete rows of totals and subtotals; the portal computes them.' },
  },
  header_repeated: {
    message: { zh: '这一行又是表头，不是数据。', en: 'This row is a header again, not data.' },
    fix: { zh: '删去这一行；表头只在第 1 行，中文列名或英文列名用一种即可。', en: 'Delete it; the header stands in row 1 only, in one language.' },
  },
  note_row: {
    message: { zh: '这一行只有一格有内容，像是说明文字，不是数据。', en: 'Only one cell of this row holds something: it looks like a note, not like data.' },
    fix: { zh: '删去这一行；如果是数据，把其余各格填全。', en: 'Delete the row; if it is data, fill in its other cells.' },
  },
  key_duplicate: {
    message: { zh: '与{first}重复：{key} 相同。', en: 'Repeats {firstEn}: the same {keyEn}.' },
    fix: { zh: '两行只能留一行。', en: 'Keep one of the two rows.' },
  },
  not_sorted: {
    message: { zh: '日期倒退了：上一行是 {previous}。', en: 'The date goes back: the row before is {previous}.' },
    fix: { zh: '在 Excel 中按日期升序排序后再保存。', en: 'Sort by date, oldest first, and save again.' },
  },
  // Cells.
  required_empty: {
    message: { zh: '这一格必须填写。', en: 'This cell must be filled in.' },
    fix: { zh: '填上内容；这一列不能留空。', en: 'Fill it in; this column may not be blank.' },
  },
  formula_error: {
    message: { zh: '这是 Excel 的出错标记，不是数据。', en: 'This is an error mark of Excel, not data.' },
    fix: { zh: '在原表中修好公式，或留空。', en: 'Mend the formula in the original, or leave the cell blank.' },
  },
  formula_text: {
    message: { zh: '这是公式文字，不是结果。', en: 'This is the text of a formula, not its result.' },
    fix: { zh: '在原表中把公式变成数值后再导出。', en: 'Turn the formula into its value and export again.' },
  },
  control_character: {
    message: { zh: '单元格里有看不见的控制字符。', en: 'The cell holds an invisible control character.' },
    fix: { zh: '删去后重新输入这一格。', en: 'Clear the cell and type it again.' },
  },
  text_garbled: {
    message: { zh: '这一格里有乱码（�、锟斤拷、成串的问号或方块），原来的字已经丢失。', en: 'The text of this cell is garbled (�, rows of question marks or boxes); the original characters are lost.' },
    fix: { zh: '从原系统重新导出，或照原文重新输入这一格。', en: 'Export it again from the source, or type the cell again from the original.' },
  },
  personal_number: {
    message: { zh: '这里要数字，填的却像是身份证号或手机号，不能公布。', en: 'This column holds quantities, but the cell looks like an identity or telephone number, which may not be published.' },
    fix: { zh: '检查是否填错了列；如果确实是数量，加上千位逗号。', en: 'Check whether it belongs to another column; if it is a quantity, write it with thousands commas.' },
  },
  text_too_long: {
    message: { zh: '文字有 {found} 个字，最多 {wanted} 个。', en: 'The text has {found} characters; {wanted} are allowed.' },
    fix: { zh: '写短一些。', en: 'Make it shorter.' },
  },
  pattern_mismatch: {
    message: { zh: '写法不符合要求，应像“{example}”这样。', en: 'This is not written as required; it should look like "{example}".' },
    fix: { zh: '按示例改写。编号只用小写字母、数字和连字符。', en: 'Write it like the example. Ids have lower-case letters, digits and hyphens only.' },
  },
  id_scientific: {
    message: { zh: '编号被 Excel 变成了科学计数法，原来的数字已经丢失。', en: 'Excel turned this id into scientific notation; its digits are lost.' },
    fix: { zh: '在 Excel 中先把这一列设为“文本”，再从原系统重新粘贴编号。', en: 'Format the column as Text in Excel and paste the ids again from the source.' },
  },
  not_in_list: {
    message: { zh: '“{value}”不在可填的内容里。', en: '"{value}" is not one of the allowed entries.' },
    fix: { zh: '可填：{labels}。', en: 'Use one of: {labelsEn}.' },
  },
  list_repeats: {
    message: { zh: '“{value}”写了两次。', en: '"{value}" stands twice.' },
    fix: { zh: '每项只写一次，用英文分号隔开。', en: 'Write each entry once, separated by semicolons.' },
  },
  date_serial: {
    message: { zh: '这是 Excel 的日期序号，不是日期。', en: 'This is an Excel serial number, not a date.' },
    fix: { zh: '把这一列的格式改成日期（例如 {date}）再导出。', en: 'Format the column as a date (it would be {date}) and export again.' },
  },
  date_impossible: {
    message: { zh: '日历上没有这一天。', en: 'The calendar has no such day.' },
    fix: { zh: '改成存在的日期。', en: 'Put in a date that exists.' },
  },
  date_implausible: {
    message: { zh: '年份 {year} 不在 {earliest} 到 {latest} 之间。', en: 'The year {year} does not lie between {earliest} and {latest}.' },
    fix: { zh: '检查年份；没有结束日期就留空。', en: 'Check the year; where there is no end, leave the cell blank.' },
  },
  date_order: {
    message: { zh: '看不出哪个是年、月、日。', en: 'It is not clear which is the year, the month and the day.' },
    fix: { zh: '写成 2026-11-21 或 2026/11/21，年份在前、四位数。', en: 'Write 2026-11-21 or 2026/11/21, the four-digit year first.' },
  },
  date_has_time: {
    message: { zh: '这里只要日期，却带了时间。', en: 'A date is wanted here, without a time of day.' },
    fix: { zh: '去掉时间部分。', en: 'Take the time out.' },
  },
  date_unreadable: {
    message: { zh: '这不是日期。', en: 'This is not a date.' },
    fix: { zh: '写成 {example} 这样。', en: 'Write it like {example}.' },
  },
  date_future: {
    message: { zh: '日期在未来：最近只能到 {latest}。', en: 'The date lies in the future: {latest} is the latest.' },
    fix: { zh: '检查年份和月份；还没有发生的数据不能公布。', en: 'Check year and month; data that has not happened cannot be published.' },
  },
  month_unreadable: {
    message: { zh: '这不是年月。', en: 'This is not a month.' },
    fix: { zh: '写成 2026-11 或 2026年11月。', en: 'Write 2026-11.' },
  },
  year_unreadable: {
    message: { zh: '这不是年份。', en: 'This is not a year.' },
    fix: { zh: '写成四位数，例如 2026。', en: 'Write four digits, e.g. 2026.' },
  },
  time_unreadable: {
    message: { zh: '这不是时间。', en: 'This is not a time of day.' },
    fix: { zh: '用 24 小时制写成 09:00。', en: 'Write it on the 24-hour clock, e.g. 09:00.' },
  },
  instant_unreadable: {
    message: { zh: '这不是带时区的时刻。', en: 'This is not an instant with its time zone.' },
    fix: { zh: '写成 2026-11-21T08:00:00+08:00。', en: 'Write it like 2026-11-21T08:00:00+08:00.' },
  },
  number_unreadable: {
    message: { zh: '这不是数字。', en: 'This is not a number.' },
    fix: { zh: '只填数字；没有数据就留空，不要写“无”“-”或“约”。', en: 'Digits only; leave the cell blank where there is no data.' },
  },
  number_with_unit: {
    message: { zh: '数字后面带了单位或符号。', en: 'The number carries a unit or a sign.' },
    fix: { zh: '只填数字，单位写在单位列里。', en: 'Put in the digits only; the unit has its own column.' },
  },
  number_scientific: {
    message: { zh: '这是科学计数法，末尾的数字可能已经丢失。', en: 'This is scientific notation; its last digits may be lost.' },
    fix: { zh: '在 Excel 中把格式改为“数值”再导出。', en: 'Format the column as Number in Excel and export again.' },
  },
  number_commas: {
    message: { zh: '千位逗号的位置不对。', en: 'The thousands commas stand in the wrong places.' },
    fix: { zh: '去掉逗号，写成 1234.5 这样。', en: 'Take the commas out, e.g. 1234.5.' },
  },
  number_too_precise: {
    message: { zh: '小数位太多，最多 {wanted} 位。', en: 'Too many decimals: {wanted} at most.' },
    fix: { zh: '金额写到分为止。', en: 'Amounts of money go down to the fen.' },
  },
  number_too_long: {
    message: { zh: '数字超过 15 位，不能精确保存。', en: 'The number has more than 15 digits and cannot be kept exactly.' },
    fix: { zh: '检查是否把编号填进了数字列。', en: 'Check whether an id was put into a column of numbers.' },
  },
  number_not_whole: {
    message: { zh: '这里要整数。', en: 'A whole number is wanted here.' },
    fix: { zh: '改成整数。', en: 'Put in a whole number.' },
  },
  number_negative: {
    message: { zh: '这里不能是负数。', en: 'This may not be negative.' },
    fix: { zh: '改正这个数；没有数据就留空。', en: 'Correct the number; leave the cell blank where there is no data.' },
  },
  number_too_small: {
    message: { zh: '这个数太小，最小是 {wanted}。', en: 'The number is too small: {wanted} at least.' },
    fix: { zh: '检查这个数和它的单位。', en: 'Check the number and its unit.' },
  },
  number_too_large: {
    message: { zh: '这个数太大，最大是 {wanted}。', en: 'The number is too large: {wanted} at most.' },
    fix: { zh: '检查这个数和它的单位。', en: 'Check the number and its unit.' },
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type TabularCode = keyof typeof wordings;

/** Every code of the reader. */
export const tabularCodes = Object.keys(wordings) as readonly TabularCode[];

/** A cell, row or file that was not accepted: which rule, and what its message wants to know. */
export interface Refusal {
  readonly code: TabularCode;
  readonly params: RefusalParams;
}

export function refuse(code: TabularCode, params: RefusalParams = {}): Refusal {
  return { code, params };
}

/** The refusal as a problem at a place. `value` longer than 80 characters is cut; one with a personal number is not repeated. */
export function problemOf(
  refusal: Refusal,
  place: { readonly file: string; readonly row: number | null; readonly column: string | null; readonly value: string | null },
): Problem {
  const { message, fix } = wordings[refusal.code];
  return {
    file: place.file,
    row: place.row,
    column: place.column,
    value: shownValue(place.value),
    code: refusal.code,
    message: { zh: fill(message.zh, refusal.params), en: fill(message.en, refusal.params) },
    fix: { zh: fill(fix.zh, refusal.params), en: fill(fix.en, refusal.params) },
  };
}

/** Looked at before it is cut: half of a personal number is no number any more, but still half of it. */
function shownValue(value: string | null): string | null {
  if (value === null || personalNumberIn(value) !== null) return null;
  return cut(value);
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Cells and names are cut; the lists of what may be written are the program's own and stay whole. */
const cutParams: readonly string[] = ['value', 'name'];

function fill(text: string, params: RefusalParams): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params[name] ?? whole;
    if (typeof param === 'number') return String(param);
    const shown = withoutPersonalNumbers(param);
    return cutParams.includes(name) ? cut(shown) : shown;
  });
}

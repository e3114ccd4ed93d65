/** What is said of a header and of rows that are not accepted, and how to mend them. */
import type { Wording } from './refusal-wording.ts';

export const rowRefusals = {
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
} as const satisfies Readonly<Record<string, Wording>>;

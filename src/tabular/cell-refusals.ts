/** What is said of a cell that is not accepted, and how to mend it. */
import type { Wording } from './refusal-wording.ts';

export const cellRefusals = {
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

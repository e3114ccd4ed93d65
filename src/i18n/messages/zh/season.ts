/** Chinese messages: whether a stock is normal for its season. */
export const zh = {
  'season.within': '在往年同期的范围内：7 天平均 {value}，{years} 年的同期多在 {p10}–{p90}',
  'season.below': '低于往年同期：7 天平均 {value}，{years} 年的同期多在 {p10}–{p90}',
  'season.above': '高于往年同期：7 天平均 {value}，{years} 年的同期多在 {p10}–{p90}',
  'season.rank': '{years} 年里有 {below} 年比现在低。',
  'season.aligned.spring_festival': '各年按离春节的天数对齐（{offset}）。',
  'season.aligned.calendar': '各年按公历同一天对齐。',
  'season.offset.before': '春节前 {days} 天',
  'season.offset.after': '春节后 {days} 天',
  'season.offset.on': '春节当天',
  'season.too_few_years': '可比的年份不到 3 年，不作比较。',
  'season.too_few_values': '近 7 天有数的不到 4 天，不作比较。',
  'season.table': '往年同期的 7 天平均',
  'season.table.value': '7 天平均',
  'season.subtitle': '{group}{component}：每年同一时候的 7 天平均（{unit}）',
  'season.now': '现在',
  'season.earlier': '往年同期',
} as const;

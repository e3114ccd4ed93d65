/** Chinese messages: the stock strip. */
export const zh = {
  'strip.label': '各血型库存',
  'strip.unit.days': '天',
  'strip.negative.title': 'RhD 阴性',
  'strip.negative.note': '用得少，备得少，不设等级；要用时，血站联系登记过的献血者。',
  'strip.negative.contact': '登记和应急联系',
  'strip.key.fill': '库存够用几天',
  'strip.key.fillPercent': '占目标库存的百分比',
  'strip.key.fillQuantity': '库存',
  'strip.key.band': '往年同期的范围（10–90%），虚线是中位数',
  'strip.key.ticks': '警戒线',
  'strip.until': '有效至',
  'strip.expired': '{instant}起过期',
  'strip.missing': '没有数',
  'strip.scale': '{group}的刻度：{number}',
  'strip.scale.ticks': '；警戒线 {ticks}',
  'strip.scale.band': '；往年同期 {low}–{high}',
} as const;

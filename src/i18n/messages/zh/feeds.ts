/** Chinese messages: feeds and badges: what stands by itself outside the pages. */
export const zh = {
  'feed.demonstration': '示例数据，并非真实库存',
  'feed.stock.title': '{group}{component}的库存等级 · {portal}',
  'feed.stock.subtitle': '等级变化时才有一条。等级只说当天，之后如何看页面上的有效期。',
  'feed.stock.entry': '{group}{component}：{from} → {to}（{date}）',
  'feed.stock.change': '{date}，{group}{component}由“{from}”变为“{to}”。',
  'feed.stock.days': '可用 {days}，库存 {quantity}。',
  'feed.stock.quantity': '库存 {quantity}。',
  'feed.stock.byPublisher': '等级由发布单位公布。',
  'feed.stock.byPortal': '等级由本平台按当日的警戒线算出，不是预警。',
  'badge.validUntil': '有效至 {until}',
  'badge.month': '{month}末',
  'badge.unknown': '没有数',
} as const;

/** Chinese messages: what an authority declared. */
export const zh = {
  'alert.title': '{issuer}发布：',
  'alert.titlePlain': '{issuer}发布的公告',
  'alert.scope': '范围：{scope}。',
  'alert.scope.component': '{groups}的{component}',
  'alert.since': '自{from}起。',
  'alert.between': '{from}至{until}。',
  'alert.restriction': '限供 {percent}。限供时发得少，不等于用得少：日均按申请量算；没有申请量的，不计限供的日子。',
  'alert.document': '文件：',
  'alert.heading': '公告',
  'alert.note': '公告由主管部门发布，和本页按警戒线算出的等级是两回事。',
} as const;

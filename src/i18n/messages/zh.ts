/** Chinese messages: the source of the keys. Append inside the block of your area. */
export const zh = {
  // common
  'common.demonstration': '示例',
  'common.demonstrationNotice': '示例数据：示例市并不存在，本站的库存、献血、资金和地点均为生成，不能据此献血或拨打电话。',
  'common.skip': '跳到正文',

  // not-found
  'notFound.title': '没有这个页面',
  'notFound.lead': '地址可能写错了，或者这一页所依据的数据表没有发布。',
  'notFound.home': '回到首页',
} as const;

export type MessageKey = keyof typeof zh;

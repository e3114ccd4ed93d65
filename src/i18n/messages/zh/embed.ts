/** Chinese messages: the embed. */
export const zh = {
  'embed.title': '嵌入库存条',
  'embed.link': '{portal}：全部数字和算式',
  'embed.how': '把库存条放到别的网站上',
  'embed.how.lead': '把下面两行放进网页。它自己定高度、写明日期、过期后自己收起等级，并链回这里。',
  'embed.how.picture': '只要图片',
} as const;

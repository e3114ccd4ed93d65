/** Chinese messages: the first page. */
export const zh = {
  'home.description': '{region}的血液库存：各血型够用几天，是否低于警戒线，往年同期如何。',
  'home.choice.title': '您的血型',
  'home.choice.lead': '选一次，记在这台设备上，不会发给任何人。',
  'home.choice.abo': 'ABO 血型',
  'home.choice.positive': '阳性',
  'home.choice.negative': '阴性',
  'home.choice.unknown': '不知道',
  'home.choice.unknownRhd': '不知道 RhD 的，先按阳性看：绝大多数人是阳性。献血时会检验，以检验为准。',
  'home.choice.more': '{group}：算式、90 天和往年同期',
  'home.choice.clear': '不再记住',
  'home.sections': '接下来看什么',
  'home.share': '存成图片',
  'home.share.hint': '长按图片保存，或者',
  'home.share.download': '下载图片',
} as const;

/** Chinese messages: until when the numbers of a table stand. */
export const zh = {
  'standing.stands': '“{table}”的数据到{until}，有效至{instant}。',
  'standing.noEnd': '“{table}”的数据到{until}，没有公告更新时间。',
  'standing.from': '“{table}”最新的一行自{until}起适用，没有公告更新时间。',
  'standing.list': '“{table}”是{until}公布的，没有公告更新时间。',
  'standing.expired': '“{table}”从{instant}起过期：新数没有来，这里是{until}以前的情况。',
  'standing.until': '有效至{instant}',
  'standing.noTimes': '没有公告更新时间',
  'standing.verdict.expired': '数据过期，不下结论',
} as const;

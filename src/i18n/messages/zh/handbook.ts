/** Chinese messages: the frame of the handbook. */
export const zh = {
  'handbook.title': '操作手册',
  'handbook.chapters': '手册各章',
  'handbook.turn': '前后各章',
  'handbook.previous': '上一章：{title}',
  'handbook.next': '下一章：{title}',
  'handbook.template': '{title}模板',
  'handbook.templates.caption': '每张表的模板',
  'handbook.templates.table': '表',
  'handbook.templates.columns': '必填的列',
  'handbook.templates.file': '模板',
  'handbook.settings.caption': '本网站现在的设置',
  'handbook.settings.name': '项',
  'handbook.settings.value': '值',
} as const;

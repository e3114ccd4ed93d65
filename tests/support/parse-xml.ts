/** A strict reader of small XML files for tests: throws on anything that is not well-formed. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text of the element and all below it. */
  readonly text: string;
}

const namePattern = /^[A-Za-z_][\w.:-]*/;

export function parseXml(source: string): XmlElement {
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`not well-formed at ${at}: ${what}: ${source.slice(at, at + 40)}`);
  };
  const take = (text: string) => {
    if (!source.startsWith(text, at)) fail(`expected ${text}`);
    at += text.length;
  };
  const upTo = (end: string): string => {
    const index = source.indexOf(end, at);
    if (index === -1) fail(`no ${end}`);
    const text = source.slice(at, index);
    at = index + end.length;
    return text;
  };
  const decode = (text: string): string => {
    if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) fail('control character');
    return text.replaceAll(/&([^;\s]*);?|</g, (all, entity: string | undefined) => {
      const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
      const value = entity === undefined ? undefined : /^#\d+$/.test(entity) ? String.fromCodePoint(Number(entity.slice(1))) : known[entity];
      if (value === undefined || !all.endsWith(';')) return fail(`bare ${all}`);
      return value;
    });
  };
  const name = (): string => {
    const match = namePattern.exec(source.slice(at, at + 100));
    if (match === null) return fail('a name');
    at += match[0].length;
    return match[0];
  };
  const space = () => {
    while (/\s/.test(source[at] ?? '')) at += 1;
  };

  const element = (): XmlElement => {
    take('<');
    const tag = name();
    const attributes: Record<string, string> = {};
    for (;;) {
      const before = at;
      space();
      if (source.startsWith('/>', at)) {
        at += 2;
        return { name: tag, attributes, children: [], text: '' };
      }
      if (source[at] === '>') break;
      if (before === at) fail('space before an attribute');
      const attribute = name();
      take('="');
      if (attribute in attributes) fail(`two attributes ${attribute}`);
      attributes[attribute] = decode(upTo('"'));
    }
    take('>');
    const children: XmlElement[] = [];
    let text = '';
    for (;;) {
      if (source.startsWith('</', at)) {
        take(`</${tag}`);
        space();
        take('>');
        return { name: tag, attributes, children, text };
      }
      if (source.startsWith('<![CDATA[', at)) {
        at += 9;
        text += upTo(']]>');
      } else if (source[at] === '<') {
        const child = element();
        children.push(child);
        text += child.text;
      } else {
        const next = source.indexOf('<', at);
        if (next === -1) fail(`no </${tag}>`);
        text += decode(source.slice(at, next));
        at = next;
      }
    }
  };

  if (source.startsWith('<?xml ', at)) upTo('?>');
  space();
  const root = element();
  space();
  if (at !== source.length) fail('text after the root element');
  return root;
}

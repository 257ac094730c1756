import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindAllows } from '../../../shared/relations.ts';
import { extract } from './index.ts';

/** What holds of any text. */
const check = (text: string): ReturnType<typeof extract> => {
  const extraction = extract(text);
  const { mentions, relations } = extraction;
  let end = 0;
  for (const mention of mentions) {
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(mention.start).toBeGreaterThanOrEqual(end);
    expect(mention.text.trim()).toBe(mention.text);
    expect(mention.reason.trim()).not.toBe('');
    expect(mention.confidence).toBeGreaterThan(0);
    expect(mention.confidence).toBeLessThanOrEqual(1);
    end = mention.end;
  }
  for (const { subject, object, kind, rule, confidence, start, end: last, attributes } of relations) {
    const [from, to] = [mentions[subject], mentions[object]];
    expect(from && to && kindAllows(kind, from.type, to.type)).toBe(true);
    expect(from?.entity).not.toBe(to?.entity);
    expect(rule.trim()).not.toBe('');
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    const sentence = text.slice(start, last).replace(/\s+/g, ' ');
    for (const words of Object.values(attributes ?? {})) expect(sentence).toContain(words.replace(/\s+/g, ' '));
  }
  return extraction;
};

const names = (text: string): string[] => check(text).mentions.map(({ text: name, type }) => `${name}: ${type}`);

describe('text in capitals', () => {
  it('has the names that it has otherwise', () => {
    expect(names('MICROSOFT BUYS NOKIA')).toEqual(['MICROSOFT: company', 'NOKIA: company']);
    expect(names('APPLE AND GOOGLE SUED IN GERMANY')).toEqual(['APPLE: company', 'GOOGLE: company', 'GERMANY: place']);
  });

  it('is not all names', () => {
    expect(names('THIS IS ALL IN CAPITALS AND SAYS NOTHING OF ANYBODY AT ALL')).toEqual([]);
  });

  it('may go on for long', () => {
    check('THE COMPANY SAID THAT IT WOULD BUY THE OTHER FROM ITS OWNERS IN MAY. '.repeat(300));
  });
});

describe('what is no prose', () => {
  for (const [what, text] of [
    ['code', 'export const Foo = async (bar: Map<string, Baz>): Promise<void> => {\n  await Qux.run(bar.get("A") ?? `B`);\n};\n'],
    ['JSON', '{"Company": "Acme", "ids": [1, 2, 3], "CEO": {"Name": "Ann"}, "url": "https://example.org/A?b=C"}'],
    ['HTML', '<div class="Foo"><a href="/Bar">Apple</a> &amp; <b>Google</b></div>'],
    ['a stack trace', 'TypeError: Cannot read x\n    at Foo.bar (/a/b/C.ts:10:5)\n    at async Promise.all (index 0)'],
    ['a table in tabs', 'Company\tRevenue\tCEO\nApple\t$391bn\tTim Cook\nMicrosoft\t$245bn\tSatya Nadella\n'],
    ['a table in pipes', '| Company | Place |\n|---------|-------|\n| Apple | Cupertino |\n| Nokia | Espoo |\n'],
    ['a CSV', 'name,ticker,price\nApple Inc,AAPL,230.10\n"Alphabet, Inc",GOOGL,170.2\n'],
    ['lists', '• Apple\n• Google\n- Microsoft\n1. Nokia\n2) Siemens\n'],
    ['a Base64 blob', Buffer.from('Apple acquired Google. '.repeat(400)).toString('base64')],
    ['addresses', 'See https://www.example.org/Apple/Google?x=Y#Z or mail ann.oda@example.com or @annoda #Apple.'],
    ['control letters', 'Apple\u0000acquired\u0007 Google\u001b[31m in\u200bMay\ufeff.'],
    ['marks of direction', '\u202eApple acquired\u202c \u2066Google\u2069.'],
    ['combining letters', 'Z̷a̴l̶g̵o̸ A\u0301pple acquired Goo\u0308gle.'],
    ['lone surrogates', '\ud800Apple\udfff acquired \ud83dGoogle\ude00.'],
    ['nothing but spaces', ' \n\t\r\n\u00a0\u3000 '],
    ['nothing', ''],
  ] as const) {
    it(`is read without harm: ${what}`, () => {
      check(text);
      check(text.toUpperCase());
      check(`${text}\n\n${text}`);
      check(text.replaceAll('\n', '\r\n'));
    });
  }

  it('has no relations where there are no sentences', () => {
    for (const text of ['Company\tCEO\nApple\tTim Cook\nMicrosoft\tSatya Nadella\n', '• Apple\n• Google\n• Microsoft\n'])
      expect(check(text).relations).toEqual([]);
  });
});

describe('other languages', () => {
  for (const text of [
    'Die Deutsche Bank übernimmt nach Angaben vom Montag die Postbank für 6 Milliarden Euro.',
    'Le président Emmanuel Macron a rencontré Olaf Scholz à Berlin, selon l’Élysée.',
    'El Banco Santander compró el Banco Popular por un euro en 2017.',
    'Компания «Яндекс» купила «Кинопоиск» в Москве.',
    '東京電力は月曜日、トヨタ自動車と提携すると発表した。',
    '苹果公司收购了一家初创企业。',
    '삼성전자는 월요일 발표했다.',
    'أعلنت شركة أرامكو يوم الاثنين في الرياض.',
    'חברת טבע הודיעה ביום שני.',
    'Türkiye İş Bankası İstanbul’da ışıklı bir şube açtı.',
    'รถยนต์ไฟฟ้าของบริษัทโตโยต้าในกรุงเทพมหานคร',
    'भारत सरकार ने सोमवार को कहा।',
  ]) {
    it(`do no harm: ${text.slice(0, 20)}`, () => {
      check(text);
      check(text.repeat(50));
      check(`Microsoft acquired Nokia. ${text} Apple grew.`);
    });
  }

  it('leave English beside them alone', () => {
    expect(names('東京電力は発表した。\n\nMicrosoft acquired Nokia.')).toEqual(['Microsoft: company', 'Nokia: company']);
  });
});

describe('letters that lower case makes longer or shorter', () => {
  it('do not move the places of names', () => {
    for (const odd of ['İİİ', 'ẞß', 'ﬁﬂ', 'Ǆ', '𝔘𝔫𝔦', '👩‍👩‍👧‍👦', '🇫🇷']) {
      const text = `${odd} ${odd}. Microsoft acquired ${odd} Nokia ${odd} in 2013.`;
      expect(check(text).mentions.map(({ text: name }) => name)).toContain('Microsoft');
    }
  });
});

describe('any letters between sentences that say something', () => {
  it('do no harm', () => {
    const sentence = fc.constantFrom('Microsoft acquired Nokia.', 'Tim Cook runs Apple.', 'The FTC sued Meta.', 'It is based in Oslo.');
    const noise = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ maxLength: 40 }).map((text) => text.toUpperCase()),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, noise), { maxLength: 12 }), fc.constantFrom('', ' ', '\n', '\n\n'), (parts, joint) => {
        check(parts.join(joint));
      }),
      { numRuns: 200 },
    );
  });
});

describe('very long lines', () => {
  it('of prose are read to their end', () => {
    const { mentions } = check(`${'it went on and on, and then some more of it came, '.repeat(4000)} and Microsoft acquired Nokia.`);
    expect(mentions.map(({ text }) => text)).toEqual(['Microsoft', 'Nokia']);
  });

  it('of names state nothing', () => {
    const { mentions, relations } = check('Apple, Google, Microsoft, Nokia, Siemens, Bosch, '.repeat(500));
    expect(mentions.length).toBeGreaterThan(1000);
    expect(relations).toEqual([]);
  });

  it('may say one name more often than a call takes arguments', () => {
    expect(check('IBM, '.repeat(150_000)).mentions.length).toBeGreaterThan(100_000);
  }, 60_000);

  it('of one word are none', () => {
    expect(names('Microsoft'.repeat(5000))).toEqual([]);
  });
});

describe('time', () => {
  const kinds: Readonly<Record<string, string>> = {
    prose: 'Microsoft acquired Nokia in 2013. Tim Cook, who runs Apple, met officials in Paris on Monday, the company said. ',
    'one sentence': 'Microsoft acquired Nokia and Tim Cook met Apple in Paris and ',
    capitals: 'MICROSOFT ACQUIRED NOKIA AND MET APPLE. ',
    'short lines': 'Apple\tTim Cook\tCupertino\n',
    'many new names': 'Xazor Veltan met Brontic Works. ',
    'brackets that are no short form': 'The group Foo Barton (Bazolt) grew. ',
  };
  for (const [what, unit] of Object.entries(kinds)) {
    it(`grows as the text does: ${what}`, () => {
      const length = 6_000;
      const text = (times: number): string => unit.repeat(Math.ceil((times * length) / unit.length));
      const fastest = (times: number): number => {
        const all = [0, 1].map(() => {
          const started = performance.now();
          extract(text(times));
          return performance.now() - started;
        });
        return Math.min(...all);
      };
      const once = Math.max(fastest(1), fastest(1), 2);
      // Four times the text: about four times as long; quadratic time would be sixteen.
      expect(fastest(4) / once).toBeLessThan(11);
    });
  }
});

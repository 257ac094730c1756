import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';
import { readArticles } from './read.ts';

const western =
  'Contoso’s “second” plant – a café in Zürich costs £5… or €6, señor. The company said on Monday that it would open a second plant.';

describe('text in', () => {
  const texts: Record<string, [encoding: string, text: string, mark?: boolean]> = {
    'UTF-8': ['utf8', western],
    'UTF-8 with a mark': ['utf8', western, true],
    'UTF-16, little end first, with a mark': ['utf-16le', western, true],
    'UTF-16, big end first, with a mark': ['utf-16be', western, true],
    'Windows-1252 with curly quotes': ['windows-1252', western],
    'Windows-1252 with a single foreign letter': ['windows-1252', 'The company paid £5 for each share of its rival on Monday.'],
    'Windows-1252 in French': [
      'windows-1252',
      'L’été dernier, l’entreprise a annoncé qu’elle créerait près de mille emplois à Orléans, où elle possède déjà une usine.',
    ],
    'Windows-1252 in German': [
      'windows-1252',
      'Die Geschäftsführung erklärte, sie prüfe „alle Möglichkeiten“ für das Werk in Düsseldorf; die Beschäftigten fürchten um ihre Plätze.',
    ],
    'Windows-1250 in Polish': [
      'windows-1250',
      'Spółka zapowiedziała w poniedziałek, że zwiększy zatrudnienie w Łodzi i że wkrótce ogłosi szczegóły. Związkowcy są zadowoleni, ale ostrożni, ponieważ poprzednie obietnice nie zostały spełnione.',
    ],
    'Latin-2 in Polish': [
      'iso-8859-2',
      'Spółka zapowiedziała w poniedziałek, że zwiększy zatrudnienie w Łodzi i że wkrótce ogłosi szczegóły. Związkowcy są zadowoleni, ale ostrożni, ponieważ poprzednie obietnice nie zostały spełnione.',
    ],
    'Windows-1251 in Russian': [
      'windows-1251',
      'Компания сообщила в понедельник, что построит второй завод. Профсоюз доволен, но осторожен: прежние обещания не были выполнены.',
    ],
    'Shift JIS': [
      'shift_jis',
      '会社は月曜日に、第二工場を建設すると発表した。組合は満足しているが、慎重である。以前の約束は守られなかったからだ。',
    ],
    'GB 18030': ['gb18030', '公司星期一宣布将建设第二座工厂。工会感到满意，但态度谨慎，因为以前的承诺没有兑现。'],
    'EUC-KR': ['euc-kr', '회사는 월요일에 두 번째 공장을 건설할 것이라고 발표했다. 노조는 만족하지만 조심스러운 태도를 보이고 있다.'],
  };
  for (const [what, [encoding, text, mark]] of Object.entries(texts)) {
    it(what, () => expect(decodeText(iconv.encode(text, encoding, { addBOM: mark ?? false }), 'text')).toBe(text));
  }

  it('UTF-8 with a few bytes of Windows-1252 in it', () => {
    const bytes = Buffer.concat([Buffer.from(`${western} It`), Buffer.from([0x92]), Buffer.from(`s here. ${western}`)]);
    expect(decodeText(bytes, 'text')).toBe(`${western} It’s here. ${western}`);
  });

  it('the encoding that a page declares', () => {
    const page = (charset: string) =>
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>Žižkov, Łódź</p></body></html>`;
    expect(decodeText(iconv.encode(page('iso-8859-2'), 'iso-8859-2'), 'html')).toContain('Žižkov, Łódź');
    expect(
      decodeText(iconv.encode('<?xml version="1.0" encoding="windows-1250"?><html><body>Žižkov</body></html>', 'windows-1250'), 'html'),
    ).toContain('Žižkov');
    expect(decodeText(iconv.encode(`<meta charset="iso-8859-1">${western}`, 'windows-1252'), 'html')).toContain(western);
  });

  it('UTF-8 although the page declares another', () => {
    expect(decodeText(Buffer.from(`<meta charset="iso-8859-1">${western}`), 'html')).toContain(western);
  });
});

it('a page in Windows-1252 has no wrong letters', () => {
  const [article] = readArticles(iconv.encode(`Contoso’s plant\n\n${western}`, 'windows-1252'), 'a.txt').articles;
  expect(article?.text).toBe(`Contoso’s plant\n\n${western}`);
});

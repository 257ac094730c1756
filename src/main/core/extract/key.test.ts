import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../../shared/model.ts';
import { entityClass, entityKey } from './index.ts';

const same: readonly (readonly [EntityType, ...string[]])[] = [
  ['company', 'OpenAI', 'OpenAI’s', "OpenAI's", 'Open AI', 'OPENAI', 'OpenAI Inc.', 'OpenAI, Inc'],
  ['company', 'TSMC', 'Taiwan Semiconductor Manufacturing Co.', 'Taiwan Semiconductor Manufacturing Company, Ltd.'],
  ['company', 'Google DeepMind', 'DeepMind'],
  ['company', 'Meta', 'Meta Platforms', 'Meta Platforms, Inc.'],
  ['company', 'AWS', 'Amazon Web Services'],
  ['company', 'Amazon', 'Amazon.com'],
  ['company', 'IBM', 'International Business Machines Corp.', 'I.B.M.'],
  ['company', 'Nestlé', 'Nestle', 'Nestlé SA'],
  ['company', 'Coca-Cola', 'Coca Cola', 'The Coca-Cola Company'],
  ['company', 'Marks & Spencer', 'Marks and Spencer plc', 'M&S'],
  ['organization', 'EU', 'European Union', 'the European Union'],
  ['place', 'US', 'U.S.', 'USA', 'United States', 'the United States'],
  ['place', 'UK', 'United Kingdom', 'Britain'],
  ['place', 'China', 'PRC', 'People’s Republic of China'],
  ['person', 'Donald Trump', 'Donald J. Trump'],
  ['person', 'J.K. Rowling', 'JK Rowling'],
  ['person', 'José María Aznar', 'Jose Maria Aznar'],
];

const apart: readonly (readonly [EntityType, string, string])[] = [
  ['company', 'Alphabet', 'Google'],
  ['company', 'Google', 'Google DeepMind'],
  ['company', 'Amazon', 'Amazon Web Services'],
  ['person', 'Ann Arbor', 'Anna Rbor'],
  ['person', 'Emma Stone', 'Oliver Stone'],
  ['company', 'Scale AI', 'Scale'],
];

describe('entityKey', () => {
  for (const [type, first = '', ...others] of same) {
    it(`has one key for ${first}, ${others.join(', ')}`, () => {
      expect(others.map((name) => entityKey(name, type))).toEqual(others.map(() => entityKey(first, type)));
    });
  }
  for (const [type, a, b] of apart) {
    it(`keeps ${a} and ${b} apart`, () => expect(entityKey(a, type)).not.toBe(entityKey(b, type)));
  }

  it('is one for a body that is now called a company, now an organization', () => {
    expect(entityKey('Y Combinator', 'company')).toBe(entityKey('Y Combinator', 'organization'));
    expect(entityClass('company')).toBe(entityClass('organization'));
    expect(entityClass('person')).not.toBe(entityClass('company'));
  });

  it('is never empty for a name that can be seen', () => {
    for (const name of ['Inc.', 'The', '&', '東京', '!!!', 'Co', '👻']) expect(entityKey(name, 'company')).not.toBe('');
  });
});

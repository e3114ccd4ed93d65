import { expect, test } from 'vitest';
import { personalNumberIn } from '#src/domain/personal-numbers.ts';
import { declaredPhones } from './declared-phones.ts';

test.each(['010-62345678', '010-62345678转802', '010-62345678-802', '010-62345678 ext. 802', '0533-2345678、0533-2345679', '0533-2345678 0533-2345679', '0533-2345678/2345679', '(0533) 2345678', '139 0000 1234；0533-2345678', '+86 10 6234 5678'])('%s, declared, passes wherever it is printed as it stands', (phone) => {
  for (const declared of [declaredPhones({}, [{ phone }]), declaredPhones({ contact: { donors: { phone }, rhdNegative: undefined } }, [])]) {
    expect(personalNumberIn(`电话：${phone}`, declared)).toBeNull();
    expect(personalNumberIn(phone, declared)).toBeNull();
    expect(personalNumberIn(`${phone}，张某 13900001239`, declared)).toBe('phone_number');
  }
});

test('without a declared number every one counts', () => {
  expect(personalNumberIn('010-62345678', declaredPhones({}, [{ phone: null }]))).toBe('phone_number');
});

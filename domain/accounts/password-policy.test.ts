import { describe, expect, test } from 'vitest';
import { passwordProblem } from './password-policy.ts';

const account = { login: 'clerk.tkth', fullName: 'Nguyễn Thị Ví Dụ' };

describe('a password', () => {
  test.each([
    ['Ngan-ha8', 'password_too_short'],
    ['ĐườngBê', 'password_too_short'],
    ['aaaaaaaaaaaa', 'password_obvious'],
    ['ababababababab', 'password_obvious'],
    ['abc1abc1abc1', 'password_obvious'],
    ['1234567890', 'password_obvious'],
    ['0987654321', 'password_obvious'],
    ['qwertyuiop', 'password_obvious'],
    ['1q2w3e4r5t', 'password_obvious'],
    ['Password2026', 'password_obvious'],
    ['Mật khẩu 123', 'password_obvious'],
    ['thidua-khenthuong', 'password_obvious'],
    ['Clerk.TKTH2026', 'password_obvious'],
    ['nguyenthividu', 'password_obvious'],
    ['Nguyễn 20261122', 'password_obvious'],
  ])('%s is refused: %s', (password, problem) => {
    expect(passwordProblem(password, account)).toBe(problem);
  });

  test.each([
    'mưa rơi trên mái',
    'vinhdanh-demo',
    'kd7m-q2vx-9hpt-w3ca',
    'Tre xanh 1975 bờ ao',
    'xylophone!',
  ])('%s is taken: length is asked for, no signs', (password) => {
    expect(passwordProblem(password, account)).toBeNull();
  });
});

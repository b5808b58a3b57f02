import { localDate } from '../../engine/time/local-date.ts';
import { changeLocale } from '../commands/account/change-locale.ts';
import { changePassword } from '../commands/account/change-password.ts';
import { logIn } from '../commands/account/log-in.ts';
import { actUnder } from '../commands/substitutions/act-under.ts';
import type { AppDependencies } from '../context.ts';
import {
  changeLocaleRequest,
  changePasswordRequest,
  loginRequest,
  type Me,
  me,
} from '../contract/account.ts';
import { actUnderRequest } from '../contract/substitutions.ts';
import { ApiError } from '../errors.ts';
import { type Endpoint, endpoint, publicEndpoint } from '../http/endpoint.ts';
import { LoginLimit } from '../http/login-limit.ts';
import { type Actor, loadActor } from '../policies/actor.ts';
import { countUnread } from '../queries/notices.ts';
import { findSubstitutions } from '../queries/substitutions.ts';

const tag = 'Login';
const path = '/api/session';

/** Login, logout and who is logged in. */
export function loginRoutes(): Endpoint[] {
  const limit = new LoginLimit();
  /** Whoever finds a page left open guesses no more often than at the login, and keeps nobody from that. */
  const guesses = new LoginLimit();
  return [
    publicEndpoint({
      method: 'post',
      path,
      tag,
      summary: 'Log in',
      body: loginRequest,
      answers: { 200: me },
      errors: ['login_failed', 'too_many_attempts'],
      async handle({ body, session, app }) {
        const now = app.now();
        limit.check(body.login, now);
        const accountId = await logIn(app.db, body, now).catch((error: unknown) => {
          if (error instanceof ApiError && error.code === 'login_failed') limit.countFailure(body.login, now);
          throw error;
        });
        limit.forget(body.login);
        await session.logIn(accountId);
        return { status: 200, body: await describeAccount(app, await requireActor(app, accountId)) };
      },
    }),
    endpoint({
      method: 'get',
      path,
      tag,
      summary: 'Who is logged in, with the roles held today',
      withFirstPassword: true,
      answers: { 200: me },
      errors: [],
      handle: async ({ actor }, { app }) => ({ status: 200, body: await describeAccount(app, actor) }),
    }),
    endpoint({
      method: 'patch',
      path,
      tag,
      summary: 'Change the language',
      withFirstPassword: true,
      body: changeLocaleRequest,
      answers: { 200: me },
      errors: [],
      async handle(context, { body, app }) {
        await changeLocale(context, body.locale);
        return { status: 200, body: await describeAccount(app, { ...context.actor, locale: body.locale }) };
      },
    }),
    endpoint({
      method: 'put',
      path: `${path}/acting`,
      tag,
      summary: 'Act for another person from now on, by a substitution; or for oneself again',
      body: actUnderRequest,
      answers: { 200: me },
      errors: ['substitution_not_found', 'session_expired'],
      async handle(context, { body, session, app }) {
        const actor = await actUnder(context, { ...body, sid: session.sid });
        return { status: 200, body: await describeAccount(app, actor) };
      },
    }),
    endpoint({
      method: 'put',
      path: `${path}/password`,
      tag,
      summary: 'Change the own password; every other login of the account ends',
      withFirstPassword: true,
      body: changePasswordRequest,
      answers: { 200: me },
      errors: [
        'password_wrong',
        'password_unchanged',
        'password_too_short',
        'password_obvious',
        'too_many_attempts',
        'version_conflict',
      ],
      async handle(context, { body, session, app }) {
        const { now, actor } = context;
        guesses.check(actor.login, now);
        await changePassword(context, { ...body, sid: session.sid }).catch((error: unknown) => {
          if (error instanceof ApiError && error.code === 'password_wrong')
            guesses.countFailure(actor.login, now);
          throw error;
        });
        guesses.forget(actor.login);
        return { status: 200, body: await describeAccount(app, { ...actor, mustChangePassword: false }) };
      },
    }),
    publicEndpoint({
      method: 'delete',
      path,
      tag,
      summary: 'Log out',
      answers: { 204: null },
      errors: [],
      async handle({ session }) {
        await session.logOut();
        return { status: 204 };
      },
    }),
  ];
}

async function requireActor(app: AppDependencies, accountId: string): Promise<Actor> {
  const actor = await loadActor(app.db, accountId, localDate(app.now().toISOString()));
  if (!actor) throw new ApiError('login_failed');
  return actor;
}

async function describeAccount({ db, now }: Pick<AppDependencies, 'db' | 'now'>, actor: Actor): Promise<Me> {
  const { items } = await findSubstitutions({ db, actor, today: localDate(now().toISOString()) });
  const given = items.filter((one) => !one.given);
  return {
    accountId: actor.accountId,
    login: actor.login,
    locale: actor.locale,
    person: { id: actor.personId, fullName: actor.fullName },
    mustChangePassword: actor.mustChangePassword,
    roles: actor.grants,
    actingFor: actor.onBehalfOf && shown(actor.onBehalfOf),
    maySubstitute: given
      .filter(({ active }) => active)
      .map(({ id, holder, validTo }) => ({
        substitutionId: id,
        fullName: holder.fullName,
        validTo,
      })),
    unreadNotices: await countUnread({ db, actor }),
  };
}

const shown = ({ substitutionId, fullName, validTo }: NonNullable<Actor['onBehalfOf']>) => ({
  substitutionId,
  fullName,
  validTo,
});

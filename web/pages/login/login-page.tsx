import { Alert, Button, Card, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { LoginRequest } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { LoginFrame } from '../../layout/login-frame.tsx';
import { pageAfterLogin } from '../../layout/login-path.ts';
import { useLogin } from '../../queries/session.ts';

/** Login; afterwards back to the page that asked for it. */
export function LoginPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const login = useLogin();
  const [form] = Form.useForm<LoginRequest>();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    document.title = `${t('login.title')} · Vinh Danh`;
  }, [t]);

  const submit = (request: LoginRequest) => {
    setError(null);
    login.mutate(
      { ...request, login: request.login.trim().toLowerCase() },
      {
        onSuccess: () => void navigate(pageAfterLogin(search), { replace: true }),
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };

  return (
    <LoginFrame>
      <Card className="login-card">
        <h1>{t('login.title')}</h1>
        {search.get('why') === 'expired' && error === null && (
          <Alert type="warning" showIcon role="alert" title={t('login.expired')} />
        )}
        {error !== null && <ProblemAlert error={error} />}
        <Form form={form} layout="vertical" onFinish={submit} requiredMark={false} className="login-form">
          <Form.Item
            name="login"
            label={t('login.login')}
            rules={[{ required: true, message: t('validation.required') }]}
          >
            <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('login.password')}
            rules={[{ required: true, message: t('validation.required') }]}
          >
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
            {t('login.submit')}
          </Button>
        </Form>
      </Card>
      <p className="quiet login-words">
        {t('login.words')} <a href="/cong-khai">{t('login.postings')}</a>
      </p>
    </LoginFrame>
  );
}

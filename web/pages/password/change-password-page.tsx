import { App, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { LoginFrame } from '../../layout/login-frame.tsx';
import { useChangePassword, useLogout, useMe } from '../../queries/session.ts';

/** Changes the own password, whenever one likes. */
export function ChangePasswordPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  return (
    <Page title={t('password.title')}>
      <Card className="login-card">
        <ChangePasswordForm
          onChanged={() => {
            void message.success(t('password.changed'));
            void navigate('/');
          }}
        />
      </Card>
    </Page>
  );
}

/** What stands before all pages while the password of the first login has not been changed. */
export function FirstPasswordPage() {
  const { t } = useTranslation();
  const logout = useLogout();
  return (
    <LoginFrame>
      <Card className="login-card">
        <h1>{t('password.first')}</h1>
        <p>{t('password.firstHelp')}</p>
        <ChangePasswordForm />
        <Button type="link" onClick={() => logout.mutate()}>
          {t('action.logout')}
        </Button>
      </Card>
    </LoginFrame>
  );
}

interface Fields {
  current: string;
  next: string;
  again: string;
}

function ChangePasswordForm({ onChanged }: { onChanged?: () => void }) {
  const { t } = useTranslation();
  const { login } = useMe();
  const change = useChangePassword();
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const required = { required: true, message: t('validation.required') };
  const submit = async ({ current, next }: Fields) => {
    setError(null);
    try {
      await change.mutateAsync({ current, next });
      onChanged?.();
    } catch (problem) {
      setError(showOnFields(form, problem));
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={submit} requiredMark={false} disabled={change.isPending}>
      {/* Whoever keeps passwords for the user has to know whose this is. */}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <Form.Item name="current" label={t('password.current')} rules={[required]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Form.Item name="next" label={t('password.next')} extra={t('password.policy')} rules={[required]}>
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['next']}
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(t('password.differs')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
      {error !== null && <ProblemAlert error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </Form>
  );
}

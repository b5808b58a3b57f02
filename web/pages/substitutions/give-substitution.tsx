import { App, Button, Card, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateSubstitutionRequest } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { usePeople } from '../../queries/catalogue.ts';
import { useMe } from '../../queries/session.ts';
import { useSubstitutionCommands } from '../../queries/substitutions.ts';

/** Lets another person act in some of one's roles. Ballots are not offered: they cannot be given away. */
export function GiveSubstitution() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { roles } = useMe();
  const { give } = useSubstitutionCommands();
  const [form] = Form.useForm<CreateSubstitutionRequest>();
  const [error, setError] = useState<unknown>(null);
  const [q, setQ] = useState('');
  const people = usePeople(undefined, q);
  const offered = roles.filter(({ role }) => role !== 'member');
  if (offered.length === 0) return null;
  const required = [{ required: true, message: t('validation.required') }];
  const submit = async (body: CreateSubstitutionRequest) => {
    setError(null);
    try {
      await give.mutateAsync(body);
      form.resetFields();
      void message.success(t('substitution.saved'));
    } catch (problem) {
      setError(showOnFields(form, problem));
    }
  };
  return (
    <Card size="small" title={t('substitution.give')} className="give-substitution">
      <Form form={form} layout="vertical" onFinish={submit} disabled={give.isPending}>
        <Form.Item name="personId" label={t('substitution.person')} rules={required}>
          <Select
            showSearch={{ filterOption: false, onSearch: setQ }}
            options={(people.data?.items ?? []).map((person) => ({
              value: person.id,
              label: `${person.fullName}${person.unit ? ` · ${names.unit(person.unit)}` : ''}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="grantIds"
          label={t('substitution.roles')}
          rules={required}
          extra={t('substitution.noBallots')}
        >
          <Checkbox.Group
            className="checks"
            options={offered.map(({ id, role, unit, council }) => ({
              value: id,
              label: `${t(`role.${role}`)} · ${council?.name ?? (unit ? names.unit(unit) : '')}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="validFrom" label={t('substitution.from')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validTo" label={t('substitution.to')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="paper" label={t('substitution.paper')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        {error !== null && <ProblemAlert error={error} />}
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {t('substitution.give')}
        </Button>
      </Form>
    </Card>
  );
}

import { App, Button, Card, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreateSubstitutionRequest } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { PersonSelect } from '../../components/person-select.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SignedPaperField } from '../../components/signed-paper-field.tsx';
import { DateItem } from '../../form/date-item.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useMe } from '../../queries/session.ts';
import { useSubstitutionCommands } from '../../queries/substitutions.ts';

/** Lets another person act in some of one's roles. Ballots are not offered: they cannot be given away. */
export function GiveSubstitution() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { roles } = useMe();
  const { give, attach } = useSubstitutionCommands();
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<CreateSubstitutionRequest>();
  const [error, setError] = useState<unknown>(null);
  const offered = roles.filter(({ role }) => role !== 'member');
  if (offered.length === 0) return null;
  const required = [{ required: true, message: t('validation.required') }];
  const submit = async (body: CreateSubstitutionRequest) => {
    setError(null);
    try {
      const { items } = await give.mutateAsync(body);
      form.resetFields();
      // The newest comes first. Where the scan is refused, the substitution stands and the list offers to attach it.
      if (file !== null && items[0]) await attach.mutateAsync({ id: items[0].id, file });
      setFile(null);
      void message.success(t('substitution.saved'));
    } catch (problem) {
      setError(showOnFields(form, problem));
    }
  };
  return (
    <Card size="small" title={t('substitution.give')} className="give-substitution">
      <Form form={form} layout="vertical" onFinish={submit} disabled={give.isPending}>
        <Form.Item name="personId" label={t('substitution.person')} rules={required}>
          <PersonSelect />
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
        <DateItem name="validFrom" label={t('substitution.from')} required />
        <DateItem name="validTo" label={t('substitution.to')} required />
        <Form.Item name="paper" label={t('substitution.paper')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item>
          <SignedPaperField label={t('substitution.paperFile')} file={file} onChange={setFile} />
        </Form.Item>
        {error !== null && <ProblemAlert error={error} />}
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {t('substitution.give')}
        </Button>
      </Form>
    </Card>
  );
}

import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InitiativeDetail, Me, RegisterInitiativeRequest } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { usePeople } from '../../queries/catalogue.ts';
import { useInitiativeCommands } from '../../queries/initiatives.ts';

type Fields = RegisterInitiativeRequest;

const kinds = ['initiative', 'research'] as const;
const scopes = ['unit', 'ministry', 'national'] as const;

export interface InitiativeDialogProps {
  me: Me;
  /** What is changed; a new one is registered where it is left out. */
  initiative?: InitiativeDetail;
  onClose: () => void;
}

/** Registers an initiative with its authors and their shares, or changes a draft or a returned application. */
export function InitiativeDialog({ me, initiative, onClose }: InitiativeDialogProps) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const { register, change } = useInitiativeCommands(initiative?.id);
  const [form] = Form.useForm<Fields>();
  const [q, setQ] = useState('');
  const [error, setError] = useState<unknown>(null);
  const units = me.roles.flatMap(({ role, unit }) => (unit && role === 'clerk' ? [unit] : []));
  const unitId = Form.useWatch('unitId', form);
  const people = usePeople(unitId, q);
  const known = new Map(
    [...(initiative?.authors ?? []).map(({ person }) => person), ...(people.data?.items ?? [])].map(
      ({ id, fullName }) => [id, fullName],
    ),
  );
  const required = [{ required: true, message: t('validation.required') }];
  const submit = ({ unitId: registeredBy, ...content }: Fields) => {
    setError(null);
    const onError = (problem: unknown) => setError(showOnFields(form, problem));
    if (initiative)
      change.mutate({ ...content, version: initiative.version }, { onSuccess: onClose, onError });
    else
      register.mutate(
        { unitId: registeredBy, ...content },
        { onSuccess: ({ id }) => void navigate(`/initiatives/${id}`), onError },
      );
  };
  return (
    <Modal
      open
      width={720}
      title={t(initiative ? 'initiatives.change' : 'initiatives.register')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: register.isPending || change.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={
          initiative
            ? {
                ...initiative,
                unitId: initiative.unit.id,
                authors: initiative.authors.map(({ person, sharePercent }) => ({
                  personId: person.id,
                  sharePercent,
                })),
              }
            : {
                unitId: units[0]?.id,
                kind: 'initiative',
                requestedScope: 'unit',
                authors: [{ sharePercent: 100 }],
              }
        }
      >
        <Form.Item name="unitId" label={t('initiatives.unit')} rules={required}>
          <Select
            disabled={initiative !== undefined}
            options={(initiative ? [initiative.unit] : units).map((unit) => ({
              value: unit.id,
              label: names.unit(unit),
            }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('initiatives.name')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="kind" label={t('initiatives.kindLabel')} rules={required}>
            <Select options={kinds.map((kind) => ({ value: kind, label: t(`initiatives.kind.${kind}`) }))} />
          </Form.Item>
          <Form.Item name="requestedScope" label={t('initiatives.requestedScope')} rules={required}>
            <Select options={scopes.map((scope) => ({ value: scope, label: t(`ledger.scope.${scope}`) }))} />
          </Form.Item>
          <Form.Item name="year" label={t('initiatives.year')} rules={required}>
            <InputNumber min={1945} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="field" label={t('initiatives.field')} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="summary" label={t('initiatives.summary')} rules={required}>
          <Input.TextArea rows={4} maxLength={10_000} />
        </Form.Item>
        <Form.List name="authors">
          {(fields, { add, remove }) => (
            <div className="stack">
              {fields.map(({ key, name }, index) => (
                <Flex key={key} gap={8} wrap align="end">
                  <Form.Item
                    name={[name, 'personId']}
                    label={t('initiatives.author', { number: index + 1 })}
                    rules={[{ required: true, message: t('validation.person') }]}
                    style={{ flex: '1 1 240px' }}
                  >
                    <Select
                      showSearch={{ filterOption: false, onSearch: setQ }}
                      placeholder={t('nominations.findPerson')}
                      options={[...known].map(([value, label]) => ({ value, label }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'sharePercent']}
                    label={t('initiatives.share', { number: index + 1 })}
                    rules={required}
                  >
                    <InputNumber min={1} max={100} precision={0} suffix="%" />
                  </Form.Item>
                  {fields.length > 1 && (
                    <Form.Item>
                      <Button
                        icon={<MinusCircleOutlined aria-hidden />}
                        aria-label={t('initiatives.removeAuthor', { number: index + 1 })}
                        onClick={() => remove(name)}
                      />
                    </Form.Item>
                  )}
                </Flex>
              ))}
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
                {t('initiatives.addAuthor')}
              </Button>
              <p className="quiet">{t('initiatives.sharesHelp')}</p>
            </div>
          )}
        </Form.List>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}

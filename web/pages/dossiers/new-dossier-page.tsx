import { Button, Card, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CreateDossierRequest, RuleSummary } from '../../../api/contract/index.ts';
import { RuleCard } from '../../components/dossier/rule-card.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { currentLocale } from '../../i18n.ts';
import { useAwards, useCampaigns, useUnits } from '../../queries/catalogue.ts';
import { useCreateDossier } from '../../queries/dossiers.ts';

/** The form before it is complete: numbers may be cleared, texts left empty. */
interface Fields {
  awardCode: string;
  unitId: string;
  periodFrom: number;
  periodTo: number;
  title?: string;
  campaignId?: string;
  commendationKind?: CommendationKind;
  simplifiedCase?: SimplifiedCase;
}

type CommendationKind = NonNullable<CreateDossierRequest['commendationKind']>;
type SimplifiedCase = NonNullable<CreateDossierRequest['simplifiedCase']>;
const commendationKinds: CommendationKind[] = [
  'merit',
  'sudden',
  'movement',
  'service',
  'tenure',
  'external',
  'resistance',
];

const requestOf = ({
  title,
  campaignId,
  commendationKind,
  simplifiedCase,
  ...fields
}: Fields): CreateDossierRequest => ({
  ...fields,
  ...(title?.trim() && { title: title.trim() }),
  ...(campaignId && { campaignId }),
  ...(commendationKind && { commendationKind }),
  ...(simplifiedCase && { simplifiedCase }),
});

/** The rule as it will be for the dossier: fewer papers where the simplified procedure holds. */
function asProposed(
  rule: RuleSummary,
  kind: CommendationKind,
  simplifiedCase: SimplifiedCase | undefined,
): RuleSummary {
  const { simplified } = rule;
  const holds =
    simplified !== null &&
    (simplified.kinds.includes(kind) ||
      (simplifiedCase !== undefined && simplified.cases.includes(simplifiedCase)));
  return holds ? { ...rule, papers: simplified.papers, simplified: { ...simplified, holds } } : rule;
}

/** Starts a dossier: which award, which unit, which years. The rule of the award is shown beside, before anything is written. */
export function NewDossierPage() {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const awards = useAwards();
  const units = useUnits({ mine: true });
  const campaigns = useCampaigns();
  const create = useCreateDossier();
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const awardCode = Form.useWatch('awardCode', form);
  const award = awards.data?.items.find(({ code }) => code === awardCode);
  const rule = award?.rule ?? null;
  const kind = Form.useWatch('commendationKind', form) ?? 'merit';
  const simplifiedCase = Form.useWatch('simplifiedCase', form);
  const onlyUnit = units.data?.items.length === 1 ? units.data.items[0]?.id : undefined;
  const year = new Date().getFullYear();

  const submit = (fields: Fields) => {
    setError(null);
    create.mutate(requestOf(fields), {
      onSuccess: ({ id }) => void navigate(`/dossiers/${id}?tab=nominees`),
      onError: (problem) => setError(showOnFields(form, problem)),
    });
  };
  const required = [{ required: true, message: t('validation.required') }];

  return (
    <Page title={t('dossier.new')} trail={[{ title: t('nav.dossiers'), to: '/dossiers' }]}>
      <div className="split split-even">
        <Card size="small">
          {(awards.error ?? units.error) !== null && <ProblemAlert error={awards.error ?? units.error} />}
          <Form
            key={onlyUnit}
            form={form}
            layout="vertical"
            onFinish={submit}
            disabled={create.isPending}
            initialValues={{ periodFrom: year, periodTo: year, ...(onlyUnit && { unitId: onlyUnit }) }}
          >
            <Form.Item name="awardCode" label={t('field.award')} rules={required}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                loading={awards.isLoading}
                options={(awards.data?.items ?? [])
                  .filter(({ rule }) => rule !== null)
                  .map(({ code, nameVi, nameEn }) => ({
                    value: code,
                    label: currentLocale() === 'en' ? nameEn : nameVi,
                  }))}
              />
            </Form.Item>
            {award?.kind === 'commendation' && (
              <Flex gap={12} wrap>
                <Form.Item
                  name="commendationKind"
                  label={t('dossier.kind')}
                  initialValue="merit"
                  className="grow"
                  preserve={false}
                >
                  <Select
                    options={commendationKinds.map((value) => ({
                      value,
                      label: t(`commendationKind.${value}`),
                    }))}
                  />
                </Form.Item>
                {rule?.simplified && !rule.simplified.kinds.includes(kind) && (
                  <Form.Item
                    name="simplifiedCase"
                    label={t('dossier.simplifiedCase')}
                    className="grow"
                    preserve={false}
                  >
                    <Select
                      allowClear
                      options={rule.simplified.cases.map((value) => ({
                        value,
                        label: t(`simplifiedCase.${value}`),
                      }))}
                    />
                  </Form.Item>
                )}
              </Flex>
            )}
            <Form.Item name="unitId" label={t('dossier.unit')} rules={required}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                loading={units.isLoading}
                options={(units.data?.items ?? []).map((unit) => ({
                  value: unit.id,
                  label: names.unit(unit),
                }))}
              />
            </Form.Item>
            <Flex gap={12}>
              <Form.Item name="periodFrom" label={t('dossier.periodFrom')} rules={required} className="grow">
                <InputNumber min={1945} max={2100} className="full" />
              </Form.Item>
              <Form.Item
                name="periodTo"
                label={t('dossier.periodTo')}
                dependencies={['periodFrom']}
                className="grow"
                rules={[
                  ...required,
                  ({ getFieldValue }) => ({
                    validator: (_, value: number) =>
                      value >= (getFieldValue('periodFrom') as number)
                        ? Promise.resolve()
                        : Promise.reject(new Error(t('validation.period'))),
                  }),
                ]}
              >
                <InputNumber min={1945} max={2100} className="full" />
              </Form.Item>
            </Flex>
            <Form.Item name="campaignId" label={t('dossier.campaign')}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                loading={campaigns.isLoading}
                options={(campaigns.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="title" label={t('dossier.title')} extra={t('dossier.titleHelp')}>
              <Input maxLength={300} />
            </Form.Item>
            {error !== null && <ProblemAlert error={error} />}
            <Flex gap={8} justify="flex-end">
              <LinkButton to="/dossiers">{t('action.cancel')}</LinkButton>
              <Button type="primary" htmlType="submit" loading={create.isPending}>
                {t('dossier.create')}
              </Button>
            </Flex>
          </Form>
        </Card>
        <div>
          {rule ? (
            <RuleCard rule={asProposed(rule, kind, simplifiedCase)} provisional />
          ) : (
            <p className="quiet">{t('dossier.chooseAward')}</p>
          )}
        </div>
      </div>
    </Page>
  );
}

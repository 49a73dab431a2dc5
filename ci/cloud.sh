# shellcheck shell=bash
# Sourced where the pipeline has an identity token (ID_TOKEN) and no action that knows what to do with it, as in GitLab:
# leaves credentials behind for AWS (where AWS_ROLE is set) and Google Cloud (where GCP_PROVIDER and GCP_ACCOUNT are).

token=$(mktemp)
printf '%s' "$ID_TOKEN" >"$token"

if [[ -n ${AWS_ROLE-} ]]; then
  export AWS_ROLE_ARN=$AWS_ROLE AWS_WEB_IDENTITY_TOKEN_FILE=$token AWS_REGION
fi

if [[ -n ${GCP_PROVIDER-} ]]; then
  GOOGLE_APPLICATION_CREDENTIALS=$(mktemp)
  export GOOGLE_APPLICATION_CREDENTIALS
  jq --null-input --arg token "$token" --arg provider "$GCP_PROVIDER" --arg account "$GCP_ACCOUNT" '{
    type: "external_account",
    audience: "//iam.googleapis.com/\($provider)",
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: "https://sts.googleapis.com/v1/token",
    credential_source: {file: $token},
    service_account_impersonation_url:
      "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/\($account):generateAccessToken"
  }' >"$GOOGLE_APPLICATION_CREDENTIALS"
fi

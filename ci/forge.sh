# shellcheck shell=bash disable=SC2034 # the scripts that source it use the variables
# Sourced by the scripts that write to GitHub or GitLab: one set of names for both. Which of them it is follows from
# what its pipelines set (GITHUB_REPOSITORY, or CI_PROJECT_ID); FORGE_TOKEN is the token to write with.

if [[ -n ${GITHUB_REPOSITORY-} ]]; then
  api=${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY
  authorization="Authorization: Bearer $FORGE_TOKEN"
  change=PATCH
else
  api=$CI_API_V4_URL/projects/$CI_PROJECT_ID
  authorization="PRIVATE-TOKEN: $FORGE_TOKEN"
  change=PUT
fi

# request METHOD URL [JSON]: the answer; fails, and shows it, where the API refuses.
# The token goes by a file descriptor, because everybody on a machine can read arguments.
request() {
  local method=$1 url=$2 json=${3-} answer
  local options=(--silent --show-error --fail-with-body --max-time 60 --request "$method")
  [[ -z $json ]] || options+=(--header 'Content-Type: application/json' --data-binary @-)
  answer=$(curl "${options[@]}" --header @<(printf '%s\n' "$authorization") "$url" <<<"$json") || {
    echo "$method $url was refused: $answer" >&2
    return 1
  }
  printf '%s\n' "$answer"
}

# every URL: the items of all pages of a list.
every() {
  local page items separator='?'
  [[ $1 != *\?* ]] || separator='&'
  for ((page = 1; ; page++)); do
    items=$(request GET "$1${separator}per_page=100&page=$page") || return
    jq --compact-output '.[]' <<<"$items"
    (($(jq length <<<"$items") == 100)) || return 0
  done
}

# author: the name under which FORGE_TOKEN writes. GitHub does not tell a workflow's token who it is.
author() {
  if [[ -n ${GITHUB_REPOSITORY-} ]]; then
    echo "${FORGE_AUTHOR:-github-actions[bot]}"
  else
    request GET "$CI_API_V4_URL/user" | jq --raw-output .username
  fi
}

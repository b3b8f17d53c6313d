"""The health page: findings of the rules, the most urgent first."""

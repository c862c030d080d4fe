"""The flow that names the steps, the command line, and the deployments."""
